import { wallClock } from '#server/kernel/clock.ts';
import { indexText } from '#shared/search/text.ts';

/** What is asked of the product, and the same of the bare floors. */
export interface Question {
  readonly name: string;
  readonly path: string;
  readonly method?: 'GET' | 'POST';
  readonly body?: string;
  /** The floor's path for it, and what is sent there. */
  readonly raw: string;
  readonly rawBody?: string;
  /** Where a request can be answered once only: the requests, which the loads share out; `path` then tells the bytes of an answer. */
  readonly once?: readonly Once[];
}

/** A request that is sent once. */
export interface Once {
  readonly method: 'POST';
  readonly path: string;
  readonly body: string;
}

/** What a liaison asks of the complaint ledger all day; `id` is a complaint of the office. */
export function complaintQuestions(id: number, officeId: number): Question[] {
  const intake = JSON.stringify({
    channel: 'phone',
    intake: 'complaint',
    anonymity: 'named',
    complainant: { name: '李某', phone: '13909411234' },
    subjectName: '夏河县扎西特产店',
    matter: 'food.quality',
    title: '酸奶过期要求退款',
    content: '在拉卜楞镇购买酸奶，发现已经过期，要求退款。',
    demands: ['refund'],
    county: '623027',
    receivedOn: wallClock.today(),
    consentPublic: false,
    consentEntrust: false,
    restricted: false,
    officeId,
  });
  const match = `"${indexText('酸奶').trim()}"`;
  return [
    {
      name: 'list, 50 rows, two filters, by due day',
      path: '/api/complaints?state=to_decide,closed&county=623027&limit=50&sort=due',
      raw: 'list',
    },
    { name: 'open a record', path: `/api/complaints/${id}`, raw: `open?id=${id}` },
    { name: 'its timeline', path: `/api/dossiers/${id}/timeline`, raw: `timeline?id=${id}` },
    {
      name: 'search two characters',
      path: '/api/search',
      method: 'POST',
      body: '{"q":"酸奶"}',
      raw: 'search',
      rawBody: JSON.stringify({ match }),
    },
    { name: 'counts by state, office, month', path: '/api/complaints/tally', raw: 'tally' },
    { name: 'register (durable)', path: '/api/complaints', method: 'POST', body: intake, raw: 'create', rawBody: '{}' },
  ];
}

/** What is asked of the case ledger; `id` is a case of the office. */
export function caseQuestions(id: number): Question[] {
  const clue = JSON.stringify({
    source: 'inspection',
    title: '夏河县某特产店销售过期食品案',
    matter: 'food.quality',
    violation: '经营超过保质期的食品',
    content: '检查发现货架上有超过保质期的酸奶十二盒。',
    parties: [{ kind: 'sole_trader', name: '夏河县某特产店' }],
    county: '623027',
    foundOn: wallClock.today(),
    graveHarm: false,
    goodsValueFen: 12_000,
    restricted: false,
  });
  return [
    {
      name: 'cases: list, 50 rows, two filters, by due day',
      path: '/api/cases?state=clue,closed&county=623027&limit=50&sort=due',
      raw: 'cases',
    },
    { name: 'cases: open a file', path: `/api/cases/${id}`, raw: `file?id=${id}` },
    {
      name: 'cases: register a clue (durable)',
      path: '/api/cases',
      method: 'POST',
      body: clue,
      raw: 'clue',
      rawBody: '{}',
    },
  ];
}
