/** A person's name with only its first sign left: 张*, 欧阳** is not told apart from 张**, a Tibetan name keeps its first syllable. */
export function maskName(name: string): string {
  const clean = name.normalize('NFKC').trim();
  if (clean === '') return '';
  const tibetan = clean.split('་').filter(Boolean);
  if (tibetan.length > 1) return `${tibetan[0]}་${'*'.repeat(tibetan.length - 1)}`;
  if (/^[A-Za-z]/.test(clean)) return `${clean[0]}***`;
  const signs = [...clean];
  return signs[0]! + '*'.repeat(Math.max(1, Math.min(signs.length - 1, 4)));
}

/** A telephone number with its middle hidden. @example maskPhone('13912341234') // '139****1234' */
export function maskPhone(phone: string): string {
  const digits = phone.normalize('NFKC').replace(/\D/g, '');
  if (digits.length < 7) return '*'.repeat(digits.length);
  return `${digits.slice(0, 3)}${'*'.repeat(digits.length - 7)}${digits.slice(-4)}`;
}

/** An ID number with birth date and serial hidden. @example maskIdNo('623027199001011234') // '623027********1234' */
export function maskIdNo(idNo: string): string {
  const clean = idNo.normalize('NFKC').trim();
  return clean.length < 10
    ? '*'.repeat(clean.length)
    : `${clean.slice(0, 6)}${'*'.repeat(clean.length - 10)}${clean.slice(-4)}`;
}
