import { eq } from 'drizzle-orm';
import { registerCase } from '#server/cases/case.register.ts';
import { stepCase } from '#server/cases/case.step.ts';
import { type DossierRow, dossiers } from '#server/dossiers/dossier.table.ts';
import type { Work } from '#server/kernel/work.ts';
import { draftTransfer } from '#server/transfers/transfer.draft.ts';
import { setMaterial } from '#server/transfers/transfer.edit.ts';
import { stepTransfer } from '#server/transfers/transfer.step.ts';
import type { Actor } from '#shared/auth/permissions.ts';
import { addDays } from '#shared/kernel/calendar.ts';
import { PREFECTURE } from '#shared/offices/regions.ts';
import { MATERIALS } from '#shared/transfers/transfer.lists.ts';
import type { Cast } from './demo.people.ts';
import { type Player, TRANSFER_STORIES, type TransferAct, type TransferStory } from './demo.transfer-stories.ts';

interface Life {
  readonly story: TransferStory;
  id: number;
}
type Due = { readonly life: Life; readonly at: number };
/** The county whose police take over what is not theirs. */
const ELSEWHERE = '623021';
const OFFICERS = [
  { name: '执法员 李军', certificate: '甘夏 0101' },
  { name: '执法员 才让', certificate: '甘夏 0102' },
];

/** Transfers in every state, lived through the services in the order of the calendar. */
export class TransferLives {
  readonly #due = new Map<string, Due[]>();
  readonly #cast: Cast;

  constructor(today: string, cast: Cast) {
    this.#cast = cast;
    for (const story of TRANSFER_STORIES) this.#put(addDays(today, -story.back), { life: { story, id: 0 }, at: -1 });
  }

  #put(day: string, due: Due): void {
    const list = this.#due.get(day) ?? [];
    list.push(due);
    this.#due.set(day, list);
  }

  /** Whether anything of a transfer happens on a day. */
  on = (day: string): boolean => this.#due.has(day);

  /** Lets everything of one day happen; acts that follow the same day come later the same day. */
  async live(day: string, workOf: (actor: Actor) => Work): Promise<void> {
    for (const { life, at } of this.#due.get(day) ?? []) {
      if (at < 0) life.id = await this.#begin(life.story, day, workOf);
      else await this.#happen(life, life.story.acts[at]!, workOf);
      const next = life.story.acts[at + 1];
      if (next) this.#put(addDays(day, next.after), { life, at: at + 1 });
    }
  }

  async #begin(story: TransferStory, day: string, workOf: (actor: Actor) => Work): Promise<number> {
    const { road, to, county, draft, violation } = story;
    const work = workOf(this.#who(story, 'drafter'));
    const sourceId = violation ? await this.#filed(story, day, workOf) : undefined;
    const made = await draftTransfer(work, {
      ...draft,
      road,
      ...(to ? { toOfficeId: this.#cast.office(to, county) } : {}),
      ...(sourceId ? { sourceId } : {}),
      ...(road === 'police' ? { officers: OFFICERS } : {}),
    });
    for (const material of road === 'police' ? MATERIALS : []) {
      const { version } = await rowOf(work, made.id);
      const none = material === 'expert' ? '鉴定机构尚未出具，随后补送' : '纸质原件随卷送达';
      await setMaterial(work, made.id, { version, material, fileIds: [], none });
    }
    return made.id;
  }

  /** The case a transfer to the police comes from, filed the day it is drafted. */
  async #filed({ county, violation }: TransferStory, day: string, workOf: (actor: Actor) => Work): Promise<number> {
    const office = this.#cast.office('market', county);
    const inspector = workOf(this.#cast.who(office, 'inspector'));
    const made = await registerCase(inspector, {
      ...violation!,
      source: 'inspection',
      county,
      foundOn: day,
      graveHarm: false,
      restricted: false,
    });
    const conditions = ['filing.1', 'filing.2', 'filing.3', 'filing.4'];
    const proposed = await stepCase(inspector, made.id, {
      step: 'propose',
      version: made.version,
      filing: true,
      conditions,
      reason: '有证据初步证明存在违法行为。',
    });
    await stepCase(workOf(this.#cast.who(office, 'approver')), made.id, {
      step: 'file',
      version: proposed.version,
      officers: OFFICERS,
    });
    return made.id;
  }

  async #happen({ id, story }: Life, { by, step, facts }: TransferAct, workOf: (actor: Actor) => Work): Promise<void> {
    const work = workOf(this.#who(story, by));
    const { version } = await rowOf(work, id);
    const to = step === 'forward' ? { officeId: this.#cast.office('police', ELSEWHERE) } : {};
    const without = '移送函用纸质文书，已随卷寄送。';
    await stepTransfer(work, id, { step, version, without, ...facts, ...to });
  }

  #who({ county, road, to }: TransferStory, player: Player): Actor {
    const sender = road === 'from_police' ? 'police' : 'market';
    const at = (department: string, where = county) => this.#cast.office(department, where);
    if (player === 'drafter') return this.#cast.who(at(sender), road === 'from_police' ? 'police_liaison' : 'liaison');
    if (player === 'head') return this.#cast.who(at(sender), 'approver');
    if (player === 'chief') return this.#cast.who(at(sender), 'chief');
    if (player === 'police') return this.#cast.who(at('police'), 'police_liaison');
    if (player === 'elsewhere') return this.#cast.who(at('police', ELSEWHERE), 'police_liaison');
    if (player === 'receiver') return this.#cast.who(at(to!), 'liaison');
    return this.#cast.who(at('coordination', PREFECTURE), 'coordinator');
  }
}

async function rowOf({ tx }: Work, id: number): Promise<DossierRow> {
  const [row] = await tx.select().from(dossiers).where(eq(dossiers.id, id));
  return row!;
}
