import { need } from '#server/kernel/need.ts';
import { FILING_CONDITIONS } from '#shared/cases/case.lists.ts';
import { NOT_FILED_GROUNDS } from '#shared/complaints/complaint.lists.ts';
import { invalid } from '#shared/kernel/errors.ts';
import { type At, type CaseMoves, checkNotHandler, checkUnblocked, groundOf } from './case.at.ts';
import { checkOfficers } from './case.officers.ts';

/** All four conditions of art. 19 are affirmed one by one; none is assumed. */
function checkConditions({ ask }: At) {
  const missing = FILING_CONDITIONS.filter(({ code }) => !ask.conditions?.includes(code));
  if (missing.length > 0) throw invalid({ conditions: 'all_needed' });
}

/** From the clue to the filed case, or to its end without one (程序规定 18-20). */
export const FILING: CaseMoves<'propose' | 'file' | 'not_file' | 'return_proposal' | 'reopen'> = {
  propose(at) {
    const filing = need(at.ask.filing, 'filing');
    if (filing) checkConditions(at);
    const ground = filing ? null : groundOf(at, NOT_FILED_GROUNDS);
    return { own: { proposesFiling: filing, ground } };
  },
  file(at) {
    checkUnblocked(at, 'file');
    checkNotHandler(at);
    const officers = need(at.ask.officers, 'officers');
    checkOfficers(officers, at.on);
    const [first] = officers;
    return {
      dossier: { handlerId: first?.personId ?? at.dossier.handlerId },
      own: { officers, filedOn: at.on, ground: null, outcome: null },
    };
  },
  not_file(at) {
    const ground = at.ask.ground ? groundOf(at, NOT_FILED_GROUNDS) : need(at.own.ground, 'ground');
    return { dossier: { closedOn: at.on }, own: { ground, outcome: 'not_filed' } };
  },
  return_proposal: () => ({ own: { proposesFiling: null, ground: null } }),
  reopen({ own }) {
    const again = { dossier: { closedOn: null }, own: { outcome: null, ground: null, proposesFiling: null } };
    return own.filedOn === null
      ? { ...again, state: 'clue', turns: [{ starts: 'case.verify' }] }
      : { ...again, turns: [{ starts: 'case.decide' }] };
  },
};
