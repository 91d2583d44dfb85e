import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attachmentHeader, cleanFileName, nameAs } from '#shared/files/file.name.ts';

test.each([
  ['../../etc/passwd', 'passwd'],
  ['..\\..\\windows\\system.ini', 'system.ini'],
  ['C:\\Users\\张\\发票.pdf', '发票.pdf'],
  ['/', 'file'],
  ['', 'file'],
  ['...', 'file'],
  ['.htaccess', 'htaccess'],
  ['con.txt', '_con.txt'],
  ['LPT1', '_LPT1'],
  ['a\u202Egpj.exe', 'agpj.exe'],
  ['a\u0000b.pdf', 'b.pdf'],
  ['a\r\nSet-Cookie: x=1.pdf', 'a Set-Cookie_ x=1.pdf'],
  ['<img src=x>.png', '_img src=x_.png'],
  ['a"b|c?.pdf', 'a_b_c_.pdf'],
  ['%2e%2e%2fa.pdf', '_2e_2e_2fa.pdf'],
  ['  空 格  .pdf  ', '空 格 .pdf'],
  ['报告.pdf.', '报告.pdf'],
  ['\u200b报告.pdf', '报告.pdf'],
  ['报\ud83d告.pdf', '报告.pdf'],
])('%j is saved as %j', (written, name) => {
  expect(cleanFileName(written)).toBe(name);
});

test('no name, whatever it holds, is a path, is hidden, is empty or breaks a header', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (written) => {
      const name = cleanFileName(written);
      expect(name).not.toMatch(/[\\/\0\r\n<>:"|?*]|^\.|^$/);
      expect([...name].length).toBeLessThanOrEqual(121);
      expect(attachmentHeader(name)).toMatch(/^[\x20-\x7e]+$/);
    }),
  );
});

test('a long name keeps its ending', () => {
  expect(cleanFileName(`${'长'.repeat(300)}.pdf`)).toBe(`${'长'.repeat(116)}.pdf`);
});

test('a remade picture carries the ending of what it is now', () => {
  expect(nameAs('现场.JPG', 'image/jpeg')).toBe('现场.JPG');
  expect(nameAs('现场.tif', 'image/jpeg')).toBe('现场.jpg');
  expect(nameAs('现场', 'image/png')).toBe('现场.png');
});
