import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import type { Work } from '#server/kernel/work.ts';
import { readDirectory } from '#server/offices/directory.service.ts';
import { officePlaces } from '#server/offices/office.places.ts';
import { PREFECTURE, REGIONS } from '#shared/offices/regions.ts';

/** What every ledger's papers say of the office that issues them, and whom to call and where to come. */
export async function officeFacts(work: Work, dossier: DossierRow) {
  const { offices, people } = await readDirectory(work);
  const issuing = offices.find(({ id }) => id === work.actor.officeId);
  const handler = people.find(({ id }) => id === dossier.handlerId)?.name ?? '';
  return {
    发文机关: issuing?.name ?? '',
    联系人: handler,
    联系电话: issuing?.phone ?? '',
    联系地址: issuing?.address ?? '',
    owner: offices.find(({ id }) => id === dossier.ownerOfficeId)?.name ?? '',
    handler,
  };
}

/** A served paper with its number, each on a line: numbers begin with brackets of their own. */
export const servedText = (name: string, number: string): string => `${name}\n${number}`;

/** Where the party of an office's decision may turn: the people's government and the court of its region, until the officer says otherwise. */
export async function remedyFacts(work: Work) {
  const place = (await officePlaces(work.tx)).find(({ id }) => id === work.actor.officeId);
  const region = REGIONS.find(({ code }) => code === place?.region);
  if (!region) return {};
  const government = `${region.name}人民政府`;
  const court = region.code === PREFECTURE ? '' : `${region.name}人民法院`;
  const remedies = `如不服本决定，可以在收到本决定书之日起六十日内向${government}申请行政复议，也可以在六个月内依法向${court || '有管辖权的人民法院'}提起行政诉讼。`;
  return {
    复议机关: government,
    人民法院: court,
    复议期限: '六十日',
    诉讼期限: '六个月',
    救济途径和期限: remedies,
    履行方式和期限:
      '当事人应当自收到本决定书之日起十五日内，到指定的银行或者通过电子支付系统缴纳罚没款。到期不缴纳罚款的，依据《中华人民共和国行政处罚法》第七十二条的规定，本局将每日按罚款数额的百分之三加处罚款，并依法申请人民法院强制执行。',
  };
}
