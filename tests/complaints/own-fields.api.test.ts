import XLSX from '@e965/xlsx';
import { expect, test } from 'vitest';
import { OWN_FIELD_NAMES, OWN_FIELDS } from '#shared/complaints/complaint.own-fields.ts';
import { anIntake, world } from '#tests/support/world.ts';

/** A value that suits a plain field: texts only, as long as nobody adds another kind. */
const sample = (name: string) => `样品 ${name}`;

test('every plain field is asked, told, described, edited, listed and exported without a line of its own', async () => {
  const { liaison } = await world();
  const given = Object.fromEntries(OWN_FIELD_NAMES.map((name) => [name, sample(name)]));

  const made = (await liaison.post('/api/complaints', { ...anIntake(), ...given })).json();
  const { rows } = (await liaison.get('/api/complaints')).json();
  const described = (await liaison.get('/api/openapi.json')).body;
  const edited = await liaison.patch(`/api/complaints/${made.id}`, {
    version: made.version,
    [OWN_FIELD_NAMES[0]!]: '改过',
  });
  const book = XLSX.read((await liaison.post('/api/exports/complaints', {})).rawPayload);
  const exported = JSON.stringify(XLSX.utils.sheet_to_json(book.Sheets[book.SheetNames[0]!]!));

  expect(Object.keys(OWN_FIELDS).length).toBeGreaterThan(0);
  expect(made).toMatchObject(given);
  expect(rows[0]).toMatchObject(given);
  for (const name of OWN_FIELD_NAMES) expect(described).toContain(`"${name}"`);
  expect(edited.json()[OWN_FIELD_NAMES[0]!]).toBe('改过');
  expect(exported).toContain('改过');
});
