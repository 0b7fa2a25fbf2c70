// Prints columns of a tree or an ntuple, read by JSROOT, as one JSON object: node columns.mjs FOLDER-OF-NODE-MODULES FILE PATH [COLUMN…]
// What JSON has no number for (64-bit integers beyond 2^53, NaN, infinities) is a string.
// SPDX-License-Identifier: Apache-2.0
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';

const [modules, path, name, ...wanted] = process.argv.slice(2);
const load = part => import(pathToFileURL(resolve(modules, 'jsroot/modules', part)).href);
const { openFile } = await load('io.mjs');
const { TSelector, treeProcess } = await load('tree.mjs');
const { readHeaderFooter, rntupleProcess } = await load('rntuple.mjs');
const { internals } = await load('core.mjs');
// In Node.js JSROOT looks for a package of its own for ZSTD; what it brings for browsers works as well, once it finds what it takes for Node's globals.
globalThis.__dirname = resolve(modules);
globalThis.require = createRequire(import.meta.url);
const { ZstdInit } = await load('base/zstd.mjs');
internals._ZstdStream = (await ZstdInit()).ZstdStream;
for (const event of ['uncaughtException', 'unhandledRejection']) process.removeAllListeners(event);   // it prints itself at any error

const file = await openFile(resolve(path));
const object = await file.readObject(name);
const isTree = object._typename !== 'ROOT::RNTuple';
const tuple = isTree ? null : await readHeaderFooter(object);
const names = (isTree ? object.fBranches.arr.map(branch => branch.fName) : fields(object)).filter(column => wanted.length === 0 || wanted.includes(column));
const columns = Object.fromEntries(names.map(column => [column, []]));

class Reader extends TSelector {
  Process() {
    for (const column of names) columns[column].push(plain(this.tgtobj[column]));
  }
}

const selector = new Reader();
if (isTree) for (const branch of object.fBranches.arr.filter(candidate => names.includes(candidate.fName))) selector.addBranch(branch, branch.fName);
else for (const column of names) selector.addBranch(column, column);
const entries = isTree ? object.fEntries : undefined;
if (isTree) await treeProcess(object, selector, {});
else await rntupleProcess(object, selector, {});

const titles = isTree ? Object.fromEntries(object.fBranches.arr.map(branch => [branch.fName, branch.fTitle])) : {};
process.stdout.write(JSON.stringify({ title: object.fTitle ?? '', entries, titles, columns }), () => process.exit(0));

// Top-level fields that JSROOT can read: projected ones it cannot.
function fields(ntuple) {
  return ntuple.builder.fieldDescriptors.filter((field, index) => field.parentFieldId === index && field.sourceFieldId === null).map(field => field.fieldName);
}

function plain(value) {
  if (typeof value === 'bigint') return value >= -9007199254740992n && value <= 9007199254740992n ? Number(value) : value.toString();
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'string') return Buffer.from(value, 'latin1').toString('utf8');
  if (value === null || value === undefined || typeof value === 'boolean') return value ?? null;
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return Array.from(value, plain);
  return Object.fromEntries(Object.entries(value).filter(([member]) => member !== '_typename').map(([member, held]) => [member, plain(held)]));
}
