// Prints every object of a ROOT file that is no tree, or the one at PATH, with all its members, read by JSROOT, as one JSON array:
// node objects.mjs FOLDER-OF-NODE-MODULES FILE [PATH]
// The classes are decoded by the streamer information that the file itself carries.
// SPDX-License-Identifier: Apache-2.0
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';

const [modules, path, wanted] = process.argv.slice(2);
const { openFile } = await import(pathToFileURL(resolve(modules, 'jsroot/modules/io.mjs')).href);

const objects = [];
const file = await openFile(resolve(path));
if (wanted) objects.push(plain(await file.readObject(wanted)));
else await walk(file, '');
process.stdout.write(JSON.stringify(objects), () => process.exit(0));

async function walk(directory, prefix) {
  for (const key of directory.fKeys) {
    const name = `${prefix}${key.fName}`;
    if (key.fClassName === 'TDirectory') await walk(await file.readDirectory(name), `${name}/`);
    // JSROOT lists the streamer infos, too, and cannot read keys of the standard library's classes.
    else if (key.fClassName.startsWith('T') && key.fClassName !== 'TTree' && key.fName !== 'StreamerInfo')
      objects.push({ path: utf8(name), cycle: key.fCycle, class: key.fClassName, title: utf8(key.fTitle), object: plain(await file.readObject(`${name};${key.fCycle}`)) });
  }
}

function plain(value) {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'string') return utf8(value);
  if (value === null || value === undefined || typeof value === 'boolean') return value ?? null;
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return Array.from(value, plain);
  return Object.fromEntries(Object.entries(value).filter(([member, held]) => member[0] !== '$' && typeof held !== 'function').map(([member, held]) => [member, plain(held)]));
}

// JSROOT gives one character per byte.
function utf8(text) {
  return Buffer.from(text, 'latin1').toString('utf8');
}
