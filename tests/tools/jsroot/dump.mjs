// Prints the histograms of a ROOT file, read by JSROOT, as one JSON array: node dump.mjs FOLDER-OF-NODE-MODULES FILE
// The classes are decoded by the streamer information that the file itself carries.
// SPDX-License-Identifier: Apache-2.0
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';

const [modules, path] = process.argv.slice(2);
const { openFile } = await import(pathToFileURL(resolve(modules, 'jsroot/modules/io.mjs')).href);

const objects = [];
const file = await openFile(resolve(path));
await walk(file, '');
process.stdout.write(JSON.stringify(objects), () => process.exit(0));

async function walk(directory, prefix) {
  for (const key of directory.fKeys) {
    const name = `${prefix}${key.fName}`;
    if (key.fClassName === 'TDirectory') await walk(await file.readDirectory(name), `${name}/`);
    else if (key.fClassName.startsWith('TH')) objects.push(describe(name, await file.readObject(name)));
  }
}

function describe(path, h) {
  const dimensions = Number(h._typename[2]);
  return {
    path: utf8(path), class: h._typename, name: utf8(h.fName), title: utf8(h.fTitle), entries: h.fEntries, bits: h.fBits,
    contents: Array.from(h.fArray), sumw2: Array.from(h.fSumw2), cells: h.fNcells,
    axes: [h.fXaxis, h.fYaxis, h.fZaxis].slice(0, dimensions).map(axis),
    statistics: Object.fromEntries(Object.entries(h).filter(([member]) => member.startsWith('fTsum'))),
    maximum: h.fMaximum, overflow: h.fStatOverflows, functions: h.fFunctions.arr.length,
  };
}

function axis(a) {
  const labels = (a.fLabels?.arr ?? []).map(label => ({ bin: label.fUniqueID, text: utf8(label.fString) }));
  return { name: a.fName, title: utf8(a.fTitle), bins: a.fNbins, low: a.fXmin, high: a.fXmax, edges: Array.from(a.fXbins), labels };
}

// JSROOT gives one character per byte.
function utf8(text) {
  return Buffer.from(text, 'latin1').toString('utf8');
}
