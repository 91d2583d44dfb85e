import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { words } from '#client/words/index.ts';
import { ROLES } from '#shared/auth/permissions.ts';
import { ASSIGNMENT_STATES, ASSIGNMENT_STEP_NAMES } from '#shared/campaigns/assignment.workflow.ts';
import { CampaignDraft } from '#shared/campaigns/campaign.asks.ts';
import * as campaignLists from '#shared/campaigns/campaign.lists.ts';
import { CAMPAIGN_STATES, CAMPAIGN_STEP_NAMES } from '#shared/campaigns/campaign.workflow.ts';
import { TallySending } from '#shared/campaigns/tally.api.ts';
import { TALLY_STANDINGS } from '#shared/campaigns/tally.ts';
import { SummaryCase } from '#shared/cases/case.asks.ts';
import * as caseLists from '#shared/cases/case.lists.ts';
import { SECTIONS } from '#shared/cases/case.sections.ts';
import { CASE_STATES, CASE_STEP_NAMES } from '#shared/cases/case.workflow.ts';
import { GOODS_ACTS, MEASURE_ENDS, MEASURE_KINDS, MEASURE_STATES } from '#shared/cases/exhibit.api.ts';
import { CLOCK_NAMES } from '#shared/clocks/clock.rules.ts';
import { CLOCK_EVENTS } from '#shared/clocks/clock.ts';
import * as lists from '#shared/complaints/complaint.lists.ts';
import { ComplaintIntake } from '#shared/complaints/complaint.schema.ts';
import { COMPLAINT_STATES, COMPLAINT_STEP_NAMES } from '#shared/complaints/complaint.workflow.ts';
import { MATTER_CODES } from '#shared/complaints/routing.ts';
import { DOCUMENT_STANDINGS } from '#shared/documents/document.api.ts';
import { RECIPIENTS } from '#shared/documents/form.ts';
import { PLACE_NAMES, SOURCES } from '#shared/documents/places.ts';
import { KINDS } from '#shared/dossiers/dossier.kinds.ts';
import * as entityLists from '#shared/entities/entity.lists.ts';
import { EntityFiling } from '#shared/entities/entity.schema.ts';
import { ROLLS } from '#shared/kernel/calendar.ts';
import { REFUSALS } from '#shared/kernel/errors.ts';
import { NOTICE_EVENT_NAMES } from '#shared/notices/notice.events.ts';
import { NUMBER_STANDINGS } from '#shared/numbers/number.api.ts';
import { PAPER_CODES } from '#shared/numbers/paper.codes.ts';
import { RectificationOrder } from '#shared/rectifications/rectification.asks.ts';
import * as rectificationLists from '#shared/rectifications/rectification.lists.ts';
import { RECTIFICATION_STATES, RECTIFICATION_STEP_NAMES } from '#shared/rectifications/rectification.workflow.ts';
import { CHECKLISTS } from '#shared/spot-checks/checklists.seed.ts';
import { DrawPlan } from '#shared/spot-checks/draw.api.ts';
import { EXCLUSIONS, PAIR_MODES } from '#shared/spot-checks/draw.ts';
import { sampleAsked } from '#shared/spot-checks/sample.asks.ts';
import * as sampleLists from '#shared/spot-checks/sample.lists.ts';
import { RETURNABLE, SpotCheckPlan } from '#shared/spot-checks/spot-check.asks.ts';
import * as spotCheckLists from '#shared/spot-checks/spot-check.lists.ts';
import { SPOT_CHECK_STATES, SPOT_CHECK_STEP_NAMES } from '#shared/spot-checks/spot-check.workflow.ts';
import { ALARMS } from '#shared/system/system.api.ts';
import { REASON_STATES } from '#shared/transfers/question.api.ts';
import { MEASURES, OFFENCES, SIGNS } from '#shared/transfers/thresholds.ts';
import { MATERIALS, RESULTS, ROADS } from '#shared/transfers/transfer.lists.ts';
import { SIDES, TRANSFER_STATES } from '#shared/transfers/transfer.states.ts';
import { TRANSFER_STEP_NAMES } from '#shared/transfers/transfer.workflow.ts';
import { VISIT_PURPOSES } from '#shared/visits/visit.ts';

const table: Record<string, readonly [string, string]> = words;
const keyed = (prefix: string, values: readonly string[]) => values.map((value) => `${prefix}.${value}`);

/** Everything the data names and a screen may have to say. */
const NEEDED = [
  ...keyed('complaint.state', COMPLAINT_STATES),
  ...keyed('complaint.step', COMPLAINT_STEP_NAMES),
  ...keyed('complaint.does', COMPLAINT_STEP_NAMES),
  ...keyed('complaint.intake', lists.INTAKES),
  ...keyed('complaint.channel', lists.CHANNELS),
  ...keyed('complaint.outcome', lists.OUTCOMES),
  ...keyed('complaint.demand', lists.DEMANDS),
  ...keyed('complaint.decision', lists.DECISIONS),
  ...keyed('complaint.told', lists.TOLD),
  ...keyed('complaint.way', lists.TELLING_WAYS),
  ...keyed(
    'ground',
    [...lists.REFUSAL_GROUNDS, ...lists.ENDING_GROUNDS, ...lists.NOT_FILED_GROUNDS].map(({ code }) => code),
  ),
  ...keyed('case.state', CASE_STATES),
  ...keyed('case.step', CASE_STEP_NAMES),
  ...keyed('case.does', CASE_STEP_NAMES),
  ...keyed('case.procedure', caseLists.PROCEDURES),
  ...keyed('case.source', caseLists.CASE_SOURCES),
  ...keyed('case.party_kind', caseLists.PARTY_KINDS),
  ...keyed('case.penalty', caseLists.PENALTY_KINDS),
  ...keyed('case.outcome', caseLists.CASE_OUTCOMES),
  ...keyed('case.evidence_kind', caseLists.EVIDENCE_KINDS),
  ...keyed('case.way', caseLists.SERVICE_WAYS),
  ...keyed('case.statement', caseLists.STATEMENTS),
  ...keyed('case.duty', caseLists.DUTIES),
  ...keyed('case.section', SECTIONS),
  ...keyed('case.measure_kind', MEASURE_KINDS),
  ...keyed('case.measure_state', MEASURE_STATES),
  ...keyed('case.measure_turn', ['approve', 'refuse', ...MEASURE_ENDS]),
  ...keyed('case.goods_act', GOODS_ACTS),
  ...keyed(
    'ground',
    [
      ...caseLists.FILING_CONDITIONS,
      ...caseLists.SUSPENSION_GROUNDS,
      ...caseLists.REVIEW_GROUNDS,
      ...caseLists.CLOSING_GROUNDS,
      ...caseLists.COLLECTING_GROUNDS,
    ].map(({ code }) => code),
  ),
  ...keyed('transfer.state', TRANSFER_STATES),
  ...keyed('transfer.step', TRANSFER_STEP_NAMES),
  ...keyed('transfer.does', TRANSFER_STEP_NAMES),
  ...keyed('transfer.road', ROADS),
  ...keyed('transfer.material', MATERIALS),
  ...keyed('transfer.result', RESULTS),
  ...keyed('transfer.side', SIDES),
  ...keyed('crime.offence', OFFENCES),
  ...keyed('crime.measure', MEASURES),
  ...keyed('crime.sign', SIGNS),
  ...keyed('crime.reason_state', REASON_STATES),
  ...keyed('rectification.state', RECTIFICATION_STATES),
  ...keyed('rectification.step', RECTIFICATION_STEP_NAMES),
  ...keyed('rectification.does', RECTIFICATION_STEP_NAMES),
  ...keyed('rectification.source', rectificationLists.RECTIFICATION_SOURCES),
  ...keyed('rectification.purpose', rectificationLists.VISIT_PURPOSES),
  ...keyed('rectification.result', [...rectificationLists.VISIT_RESULTS, ...rectificationLists.LOOK_BACK_RESULTS]),
  ...keyed('rectification.looked', rectificationLists.LOOK_BACK_RESULTS),
  ...keyed('RectificationOrder', Object.keys(RectificationOrder.properties)),
  ...keyed('campaign.state', CAMPAIGN_STATES),
  ...keyed('campaign.step', CAMPAIGN_STEP_NAMES),
  ...keyed('campaign.does', CAMPAIGN_STEP_NAMES),
  ...keyed('campaign.part', campaignLists.CAMPAIGN_PARTS),
  ...keyed('campaign.phase', campaignLists.PHASES),
  ...keyed('campaign.reporting', campaignLists.REPORTINGS),
  ...keyed('assignment.state', ASSIGNMENT_STATES),
  ...keyed('assignment.step', ASSIGNMENT_STEP_NAMES),
  ...keyed('assignment.does', ASSIGNMENT_STEP_NAMES),
  ...keyed('CampaignDraft', Object.keys(CampaignDraft.properties)),
  ...keyed('TallySending', Object.keys(TallySending.properties)),
  ...keyed('tally.standing', TALLY_STANDINGS),
  ...keyed('spot_check.kind', spotCheckLists.CHECK_KINDS),
  ...keyed('spot_check.state', SPOT_CHECK_STATES),
  ...keyed('spot_check.step', SPOT_CHECK_STEP_NAMES),
  ...keyed('spot_check.does', SPOT_CHECK_STEP_NAMES),
  ...keyed('spot_check.result', spotCheckLists.CHECK_RESULTS),
  ...keyed('spot_check.follow_up', spotCheckLists.FOLLOW_UPS),
  ...keyed('draw.mode', PAIR_MODES),
  ...keyed('draw.excluded', EXCLUSIONS),
  ...keyed(
    'DrawPlan',
    Object.keys(DrawPlan.properties).filter((name) => name !== 'againOf'),
  ),
  ...keyed('sample.law', sampleLists.SAMPLE_LAWS),
  ...keyed('sample.conclusion', sampleLists.CONCLUSIONS),
  ...keyed('sample.verdict', sampleLists.VERDICTS),
  ...keyed('sample.retest', sampleLists.RETEST_STATES),
  ...keyed('sample.refusal', sampleLists.RETEST_REFUSALS),
  ...keyed('sample.ground', sampleLists.OBJECTION_GROUNDS),
  ...keyed('sample.objection', sampleLists.OBJECTION_STATES),
  ...keyed('sample.box', sampleLists.DISPOSAL_BOXES),
  ...keyed('metering.class', sampleLists.INSTRUMENT_CLASSES),
  ...keyed(
    'SpotCheckStep',
    Object.keys(sampleAsked).filter((name) => name !== 'text'),
  ),
  ...keyed('spot_check.answer', spotCheckLists.ITEM_ANSWERS),
  ...keyed('SpotCheckPlan', Object.keys(SpotCheckPlan.properties)),
  ...keyed('SpotCheck', RETURNABLE),
  ...CHECKLISTS.flatMap(({ list, items }) => [
    `checklist.${list}`,
    ...keyed(
      `checklist.${list}`,
      items.map(({ item }) => item),
    ),
  ]),
  ...keyed('kind', KINDS),
  ...keyed('matter', MATTER_CODES),
  ...keyed('matter', [...new Set(MATTER_CODES.map((code) => code.split('.')[0]!))]),
  ...keyed('clock.name', CLOCK_NAMES),
  ...keyed('clock.starts', CLOCK_NAMES),
  ...keyed('clock.roll', ROLLS),
  ...keyed('clock.event', CLOCK_EVENTS),
  ...keyed('entity.kind', entityLists.ENTITY_KINDS),
  ...keyed('entity.no_code', entityLists.NO_CODE_REASONS),
  ...keyed('entity.number', entityLists.NUMBER_KINDS),
  ...keyed('entity.standing', entityLists.STANDINGS),
  ...keyed('entity.risk', entityLists.RISK_CLASSES),
  ...keyed('entity.role', entityLists.OWNER_ROLES),
  ...keyed('entity.industry', entityLists.INDUSTRIES),
  ...keyed('entity.licence', entityLists.LICENCE_KINDS),
  ...keyed('entity.personal', entityLists.PERSONAL_FIELDS),
  ...keyed('watch.level', entityLists.WATCH_LEVELS),
  ...keyed('watch.state', entityLists.WATCH_STATES),
  ...keyed('visit.purpose', VISIT_PURPOSES),
  ...keyed(
    'EntityFiling',
    Object.keys(EntityFiling.properties).filter((field) => field !== 'others'),
  ),
  ...keyed('role', ROLES),
  ...keyed('system.alarm', ALARMS),
  ...keyed('notice.event', NOTICE_EVENT_NAMES),
  ...keyed('document.standing', DOCUMENT_STANDINGS),
  ...keyed('document.to', RECIPIENTS),
  ...keyed('place', PLACE_NAMES),
  ...keyed('place.source', SOURCES),
  ...keyed('paper', PAPER_CODES),
  ...keyed('number.standing', NUMBER_STANDINGS),
  ...keyed('refusal', Object.keys(REFUSALS)),
  ...keyed('SummaryCase', Object.keys(SummaryCase.properties)),
  ...keyed('ComplaintIntake', Object.keys(ComplaintIntake.properties)),
];

test('everything the data names has its word in both languages', () => {
  const missing = NEEDED.filter((key) => !table[key]?.[0] || !table[key]?.[1]);
  expect(missing).toEqual([]);
});

test('both languages fill the same places', () => {
  const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
  const uneven = Object.entries(table).filter(([, [zh, en]]) => String(places(zh)) !== String(places(en)));
  expect(uneven.map(([key]) => key)).toEqual([]);
});

test('every fault the server can name has a sentence', () => {
  const server = fileURLToPath(new URL('../../server', import.meta.url));
  const faults = new Set<string>();
  for (const name of readdirSync(server, { recursive: true, encoding: 'utf8' }).filter((one) => one.endsWith('.ts')))
    for (const match of readFileSync(`${server}/${name}`, 'utf8').matchAll(
      /invalid\(\{ \[?'?[\w.]+'?\]?: '(\w+)' \}\)/g,
    ))
      faults.add(match[1]!);
  expect([...faults].filter((fault) => !table[`fault.${fault}`])).toEqual([]);
});
