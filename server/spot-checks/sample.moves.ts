import { clocksOf, dayDue } from '#server/clocks/clock.service.ts';
import type { Move, Standing } from '#server/dossiers/step.service.ts';
import { need } from '#server/kernel/need.ts';
import type { ClockName } from '#shared/clocks/clock.rules.ts';
import { cleanText } from '#shared/entities/identity.ts';
import { invalid } from '#shared/kernel/errors.ts';
import type { TestedItem } from '#shared/spot-checks/sample.asks.ts';
import {
  type Conclusion,
  DISPOSAL_BOXES,
  finalOf,
  lawOfMatter,
  SAMPLE_CLOCKS,
} from '#shared/spot-checks/sample.lists.ts';
import type { SpotCheckStep } from '#shared/spot-checks/spot-check.asks.ts';
import { followUpsOf } from '#shared/spot-checks/spot-check.lists.ts';
import type { SpotCheckStepName } from '#shared/spot-checks/spot-check.workflow.ts';
import { dropSample, saveSample, writeItems } from './sample.standing.ts';
import { type SampleColumns, samples } from './sample.table.ts';
import { checkInspectors, namesOfInspectors } from './spot-check.inspectors.ts';
import type { SpotCheckStanding } from './spot-check.standing.ts';
import { enter, stopVisit } from './spot-check.visit.ts';

type At = Standing<SpotCheckStanding, SpotCheckStep>;
type OwnMove = Move<SpotCheckStanding>;

const clean = (text: string | undefined) => (text?.trim() ? cleanText(text) : null);
const starting = (name: ClockName | undefined) => (name ? [{ starts: name }] : []);
const sampleOf = ({ own }: At): SampleColumns => own.sample!;
const clocksFor = (at: At) => SAMPLE_CLOCKS[sampleOf(at).law];

/** Notes something of the sample; the step's line tells what. */
async function note({ work, dossier }: At, change: Partial<SampleColumns>): Promise<Record<string, unknown>> {
  await saveSample(work.tx, dossier.id, change);
  return { sample: change };
}

/** What each step of a sample does beyond its row. */
export const SAMPLE_MOVES = {
  async sample(at) {
    const { work, dossier, own, ask, on } = at;
    const officers = need(ask.officers, 'officers');
    checkInspectors(officers, on);
    const product = cleanText(need(ask.product, 'product'));
    const law = lawOfMatter(own.matter, ask.fast === true);
    const visited = await enter(at, officers);
    if (own.sample) await dropSample(work.tx, dossier.id);
    await work.tx.insert(samples).values({ id: dossier.id, law, takenOn: on, disposal: [], ...sheetOf(ask) });
    return {
      own: {
        begunOn: on,
        officers,
        inspectors: namesOfInspectors(officers),
        product,
        noticeNumber: clean(ask.noticeNumber),
        ...visited,
      },
      turns: [stopVisit(own), ...starting(SAMPLE_CLOCKS[law].toLab)],
      facts: { officers: officers.map(({ name }) => name), law },
    };
  },
  async send(at) {
    const laboratory = cleanText(need(at.ask.laboratory, 'laboratory'));
    const facts = await note(at, { sentOn: at.on });
    return { own: { laboratory }, facts, turns: starting(clocksFor(at).report) };
  },
  async report(at) {
    const { work, dossier, ask, on } = at;
    const conclusion = need(ask.conclusion, 'conclusion');
    const items = need(ask.items, 'items');
    checkItems(conclusion, items);
    await writeItems(work.tx, dossier.id, 1, items);
    const facts = await note(at, {
      reportNumber: cleanText(need(ask.reportNumber, 'reportNumber')),
      concludedOn: ask.concludedOn ?? on,
      receivedOn: on,
      conclusion,
    });
    const own = {
      conclusion,
      problems: failedOf(items),
      recordedBy: work.actor.personId,
      returnedFields: [],
      returnedReason: null,
    };
    if (conclusion === 'qualified')
      return { own: { ...own, ...NOTHING_FOUND, endedOn: on }, facts, turns: [{ starts: 'spot_check.review' }] };
    const { serve, disposal } = clocksFor(at);
    return { state: 'to_serve', own, facts, turns: [...starting(serve), ...starting(disposal)] };
  },
  async serve(at) {
    const facts = await note(at, { servedOn: at.on });
    return { facts, turns: starting(clocksFor(at).ask) };
  },
  async ask_retest(at) {
    const { ask, accept } = clocksFor(at);
    await checkInTime(at, ask);
    const facts = await note(at, { retest: 'asked', retestAskedOn: at.on });
    return { facts, turns: [{ stops: ask }, ...starting(accept)] };
  },
  async decide_retest(at) {
    const { ask } = at;
    if (ask.accepted) return { facts: await note(at, { retest: 'accepted' }), turns: starting(clocksFor(at).lab) };
    const retestRefusal = need(ask.refusal, 'refusal');
    return { facts: await note(at, { retest: 'refused', retestRefusal }) };
  },
  async name_lab(at) {
    const laboratory = cleanText(need(at.ask.laboratory, 'laboratory'));
    // the law asks for another than the first; only where the province has but one may it be the same (产品质量监督抽查管理暂行办法 39)
    if (laboratory === at.own.laboratory && sampleOf(at).law !== 'product') throw invalid({ laboratory: 'same_lab' });
    const facts = await note(at, { retest: 'testing', retestLaboratory: laboratory });
    return { facts, turns: starting(clocksFor(at).result) };
  },
  async retest(at) {
    const { work, dossier, ask, on } = at;
    const conclusion = need(ask.conclusion, 'conclusion');
    const items = need(ask.items, 'items');
    checkItems(conclusion, items);
    await writeItems(work.tx, dossier.id, 2, items);
    const retest = conclusion === 'qualified' ? 'overturned' : 'upheld';
    const retestReport = cleanText(need(ask.reportNumber, 'reportNumber'));
    const facts = await note(at, { retest, retestReport, retestOn: on });
    return { facts, own: { conclusion: finalOf({ ...sampleOf(at), retest }) } };
  },
  async object(at) {
    const ground = need(at.ask.ground, 'ground');
    await checkObjection(at, ground);
    const facts = await note(at, {
      objection: 'open',
      objectionGround: ground,
      objectionOn: at.on,
      objectionText: clean(at.ask.text),
    });
    const clock = ground === 'process' ? 'spot_check.objection_process' : 'spot_check.objection_other';
    return { facts, turns: sampleOf(at).law === 'food' ? [{ starts: clock }] : [] };
  },
  async decide_objection(at) {
    const objection = at.ask.accepted ? 'upheld' : 'rejected';
    const facts = await note(at, { objection });
    return { facts, own: { conclusion: finalOf({ ...sampleOf(at), objection }) } };
  },
  async dispose(at) {
    const { work, own, ask, on } = at;
    const handed = { endedOn: on, recordedBy: work.actor.personId, returnedFields: [], returnedReason: null };
    const open = { stops: clocksFor(at).ask };
    if (finalOf(sampleOf(at)) === 'qualified') return { own: { ...handed, ...NOTHING_FOUND }, turns: [open] };
    const disposal = need(ask.disposal, 'disposal');
    for (const box of DISPOSAL_BOXES)
      if (!disposal.some((one) => one.box === box)) throw invalid({ disposal: 'all_boxes' });
    const followUp = need(ask.followUp, 'followUp');
    if (!followUpsOf('pending').includes(followUp)) throw invalid({ followUp: 'not_for_result' });
    const facts = await note(at, { disposal });
    return {
      facts,
      turns: [open],
      own: { ...handed, followUp, result: 'pending', findings: clean(ask.findings) ?? own.findings },
    };
  },
} satisfies Partial<Record<SpotCheckStepName, (at: At) => Promise<OwnMove>>>;

const NOTHING_FOUND = { result: 'clean', followUp: 'none' } as const;
const failedOf = (items: readonly TestedItem[]) => items.filter(({ verdict }) => verdict === 'failed').length;

/** Where the sample is found good nothing failed; where it is not something did. */
function checkItems(conclusion: Conclusion, items: readonly TestedItem[]) {
  if (items.length === 0) throw invalid({ items: 'required' });
  const failed = failedOf(items) > 0;
  if (conclusion === 'qualified' && failed) throw invalid({ conclusion: 'items_fail' });
  if (conclusion === 'unqualified' && !failed) throw invalid({ conclusion: 'no_item_fails' });
}

function sheetOf(ask: SpotCheckStep) {
  const { sampleNumber, brand, spec, batch, producedOn, quantity, backup, maker, makerAddress, basis } = ask;
  const said = { sampleNumber, brand, spec, batch, producedOn, quantity, backup, maker, makerAddress, basis };
  return Object.fromEntries(Object.entries(said).map(([name, text]) => [name, clean(text)]));
}

/** A re-test is asked for within the limit of its law; one asked for later is not taken up (食品安全抽样检验管理办法 31). */
async function checkInTime({ work, dossier, on }: At, name: ClockName) {
  const clock = (await clocksOf(work.tx, dossier.id)).find((one) => one.name === name);
  const late = clock?.dueAt ? on === work.clock.today() && work.clock.now() > clock.dueAt : false;
  if (late || (clock?.dueOn && on > clock.dueOn)) throw invalid({ on: 'too_late' });
}

/** An objection to the taking of a sample runs from that day, any other from the day the result was served. */
async function checkObjection(at: At, ground: SpotCheckStep['ground']) {
  const { work, on } = at;
  const { law, takenOn } = sampleOf(at);
  if (ground !== 'process' || law !== 'food') return checkInTime(at, SAMPLE_CLOCKS[law].ask);
  const due = await dayDue(work, 'spot_check.ask_food', takenOn);
  if (due && on > due) throw invalid({ on: 'too_late' });
}
