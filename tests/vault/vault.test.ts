import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openVault, vaultOf } from '#server/vault/vault.ts';

test('what is sealed opens again, only for its own row and only with its own key', () => {
  const vault = vaultOf(Buffer.alloc(32, 1));
  const sealed = vault.seal('李某某 13909411234', 'complainant:1');

  expect(vault.open(sealed, 'complainant:1')).toBe('李某某 13909411234');
  expect(sealed.toString('latin1')).not.toContain('13909411234');
  expect(() => vault.open(sealed, 'complainant:2')).toThrow();
  expect(() => vaultOf(Buffer.alloc(32, 2)).open(sealed, 'complainant:1')).toThrow();
});

test('a seal that was changed by one bit does not open', () => {
  const vault = vaultOf(Buffer.alloc(32, 1));
  const sealed = vault.seal('secret', 'x');

  for (const at of [1, 20, 61, sealed.length - 1]) {
    const changed = Buffer.from(sealed);
    changed[at]! ^= 1;
    expect(() => vault.open(changed, 'x')).toThrow();
  }
});

test('the same text is sealed differently each time, but marked alike', () => {
  const vault = vaultOf(Buffer.alloc(32, 1));

  expect(vault.seal('a', 'x').equals(vault.seal('a', 'x'))).toBe(false);
  expect(vault.blind('13909411234', 'phone')).toBe(vault.blind('13909411234', 'phone'));
  expect(vault.blind('1234', 'phone')).not.toBe(vault.blind('1234', 'tail'));
});

test('the key is made once, readable by its owner alone', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'yipanqi-key-')), 'keys', 'master.key');
  openVault(file);
  const made = readFileSync(file, 'utf8');
  openVault(file);

  expect(readFileSync(file, 'utf8')).toBe(made);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});
