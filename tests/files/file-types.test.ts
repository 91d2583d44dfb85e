import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { typeOf } from '#server/files/file.type.ts';
import { remakePicture } from '#server/files/picture.ts';
import { freshFolder } from '#tests/support/template.ts';

const PDF = Buffer.from('%PDF-1.4\n%%EOF\n');
const EXE = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200, 144)]);
const ELF = Buffer.concat([Buffer.from('\x7fELF', 'latin1'), Buffer.alloc(60, 1)]);
const PAGE = Buffer.from('<!DOCTYPE html><script>alert(1)</script>');
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
const RTF = Buffer.from('{\\rtf1\\ansi x}');
const ZIP = Buffer.from(`PK\x05\x06${'\0'.repeat(18)}`, 'latin1');
const PNG = await sharp({ create: { width: 4, height: 4, channels: 3, background: '#fff' } })
  .png()
  .toBuffer();

/** A zip of one stored entry, as another office suite might write it. */
function zipOf(entry: string): Buffer {
  const name = Buffer.from(entry);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length, 16);
  return Buffer.concat([local, name, central, name, end]);
}

function file(bytes: Buffer): string {
  const path = join(freshFolder('type'), 'upload');
  writeFileSync(path, bytes);
  return path;
}

test.each([
  ['发票.jpg', EXE],
  ['发票.pdf', EXE],
  ['程序.exe', EXE],
  ['tool', ELF],
  ['说明.txt', PAGE],
  ['说明.pdf', PAGE],
  ['page.html', PAGE],
  ['图.svg', SVG],
  ['图.png', SVG],
  ['图.txt', Buffer.from('<?xml version="1.0"?><svg/>')],
  ['信.doc', RTF],
  ['信.docx', ZIP],
  ['包.zip', ZIP],
  ['照片.jpg', PDF],
  ['报告.pdf', PNG],
  ['脚本.sh', Buffer.from('#!/bin/sh\nrm -rf /\n')],
  ['脚本.js', Buffer.from('alert(1)')],
  ['报告.pdf.exe', PDF],
  ['空.txt', Buffer.alloc(0)],
  ['数据.txt', Buffer.from([1, 2, 3, 0, 5])],
])('%s that is not what it says is refused', async (name, bytes) => {
  await expect(typeOf(file(bytes), name)).rejects.toMatchObject({ code: 'unsupported_type' });
});

test.each([
  ['报告.pdf', PDF, 'application/pdf'],
  ['报告', PDF, 'application/pdf'],
  ['图.PNG', PNG, 'image/png'],
  ['名单.csv', Buffer.from('姓名,电话\n张,1\n'), 'text/plain'],
  ['名单.txt', iconv.encode('夏河县拉卜楞镇', 'gb18030'), 'text/plain'],
  ['名单.txt', iconv.encode('夏河县', 'utf-16le', { addBOM: true }), 'text/plain'],
  ['公文.ofd', zipOf('OFD.xml'), 'application/ofd'],
  ['表.xlsx', zipOf('xl/workbook.xml'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
])('%s is taken by what it holds', async (name, bytes, type) => {
  expect(await typeOf(file(bytes), name)).toBe(type);
});

test('a picture that would unpack to more than forty million dots is refused before it is unpacked', async () => {
  const bomb = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#000' } })
    .png()
    .toBuffer();

  await expect(remakePicture(file(bomb), 'image/png')).rejects.toMatchObject({ code: 'too_large' });
});

test('what only begins like a picture is refused', async () => {
  const torn = Buffer.concat([PNG.subarray(0, 40), Buffer.alloc(200, 7)]);

  await expect(remakePicture(file(torn), 'image/png')).rejects.toMatchObject({ code: 'unsupported_type' });
});
