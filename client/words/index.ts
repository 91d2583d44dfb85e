import type { Words } from '#client/kernel/words.ts';
import { campaignWords } from '#shared/words/campaign.words.ts';
import { caseWords } from '#shared/words/case.words.ts';
import { caseFieldWords } from '#shared/words/case-fields.words.ts';
import { checklistWords } from '#shared/words/checklist.words.ts';
import { complaintWords } from '#shared/words/complaint.words.ts';
import { complaintFieldWords } from '#shared/words/complaint-fields.words.ts';
import { documentWords } from '#shared/words/document.words.ts';
import { drawWords } from '#shared/words/draw.words.ts';
import { entityWords } from '#shared/words/entity.words.ts';
import { groundWords } from '#shared/words/ground.words.ts';
import { importFieldWords } from '#shared/words/import.words.ts';
import { matterWords } from '#shared/words/matter.words.ts';
import { numberWords } from '#shared/words/number.words.ts';
import { rectificationWords } from '#shared/words/rectification.words.ts';
import { rectificationFieldWords } from '#shared/words/rectification-fields.words.ts';
import { spotCheckWords } from '#shared/words/spot-check.words.ts';
import { spotCheckFieldWords } from '#shared/words/spot-check-fields.words.ts';
import { transferWords } from '#shared/words/transfer.words.ts';
import { actionWords } from './action.words.ts';
import { appWords } from './app.words.ts';
import { authWords } from './auth.words.ts';
import { campaignScreenWords } from './campaign.words.ts';
import { caseScreenWords } from './case.words.ts';
import { clockWords } from './clock.words.ts';
import { documentPageWords } from './document-page.words.ts';
import { dossierWords } from './dossier.words.ts';
import { drawScreenWords } from './draw.words.ts';
import { elementWords } from './element.words.ts';
import { entityPageWords } from './entity.words.ts';
import { exhibitWords } from './exhibit.words.ts';
import { faultWords } from './fault.words.ts';
import { feedbackWords } from './feedback.words.ts';
import { fieldWords } from './field.words.ts';
import { fileWords } from './file.words.ts';
import { importWords } from './import.words.ts';
import { lawWords } from './law.words.ts';
import { ledgerWords } from './ledger.words.ts';
import { noticeWords } from './notice.words.ts';
import { numberPageWords } from './number-page.words.ts';
import { officeWords } from './office.words.ts';
import { operationWords } from './operation.words.ts';
import { pageWords } from './page.words.ts';
import { placeWords } from './place.words.ts';
import { rectificationScreenWords } from './rectification.words.ts';
import { refusalWords } from './refusal.words.ts';
import { roleWords } from './role.words.ts';
import { settingsWords } from './settings.words.ts';
import { spotCheckScreenWords } from './spot-check.words.ts';
import { summaryWords } from './summary.words.ts';
import { systemWords } from './system.words.ts';
import { transferPageWords } from './transfer.words.ts';
import { watchWords } from './watch.words.ts';

/** Every text of the product, both languages side by side. A domain adds one line here. */
export const words = {
  ...appWords,
  ...actionWords,
  ...elementWords,
  ...faultWords,
  ...refusalWords,
  ...authWords,
  ...settingsWords,
  ...complaintWords,
  ...caseWords,
  ...caseFieldWords,
  ...caseScreenWords,
  ...exhibitWords,
  ...transferWords,
  ...transferPageWords,
  ...complaintFieldWords,
  ...rectificationWords,
  ...rectificationFieldWords,
  ...rectificationScreenWords,
  ...campaignWords,
  ...campaignScreenWords,
  ...checklistWords,
  ...drawWords,
  ...drawScreenWords,
  ...spotCheckWords,
  ...spotCheckFieldWords,
  ...spotCheckScreenWords,
  ...entityWords,
  ...entityPageWords,
  ...watchWords,
  ...groundWords,
  ...matterWords,
  ...numberWords,
  ...documentWords,
  ...documentPageWords,
  ...placeWords,
  ...numberPageWords,
  ...clockWords,
  ...dossierWords,
  ...officeWords,
  ...operationWords,
  ...pageWords,
  ...ledgerWords,
  ...importWords,
  ...importFieldWords,
  ...fileWords,
  ...noticeWords,
  ...lawWords,
  ...feedbackWords,
  ...fieldWords,
  ...roleWords,
  ...summaryWords,
  ...systemWords,
} as const satisfies Words;

/** A key that has a text in both languages. */
export type WordKey = keyof typeof words;
