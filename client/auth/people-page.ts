import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '#client/dossiers/record-table.ts';
import { recordColumns } from '#client/dossiers/record-table.ts';
import '#client/elements/combo-box.ts';
import '#client/elements/dialog-box.ts';
import '#client/elements/reason-dialog.ts';
import { call } from '#client/kernel/api.ts';
import { answersOf, fieldsOf } from '#client/kernel/fields.ts';
import { base, buttons, inputs, panels } from '#client/kernel/styles.ts';
import { listed, loading, pair, problem, say, t } from '#client/kernel/words.ts';
import { officeName, officeShort, standingOffices } from '#client/offices/directory.ts';
import { ROLES, type Role } from '#shared/auth/permissions.ts';
import { type Person, PersonForm, personApi } from '#shared/auth/person.api.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { type Faults, faultsOf } from '#shared/kernel/faults.ts';
import { may, session } from './session.ts';

type Act =
  | { readonly kind: 'add' }
  | { readonly kind: 'code' | 'disable' | 'enable' | 'posts'; readonly person: Person };

const personColumns = () =>
  recordColumns<Person>([
    { key: 'name', label: t('Account.name'), cell: ({ name }) => name },
    { key: 'account', label: t('Account.account'), cell: ({ account }) => account },
    { key: 'office', label: t('PersonForm.officeId'), cell: ({ officeId }) => officeShort(officeId) },
    {
      key: 'posts',
      label: t('people.posts'),
      cell: ({ posts }) => html`<div>${posts.map((post) => html`<div>${postText(post)}</div>`)}</div>`,
    },
    { key: 'state', label: t('column.state'), cell: standingOf },
  ]);

const postText = ({ officeId, roles }: Person['posts'][number]) =>
  pair(officeShort(officeId), listed(roles.map((role) => say(`role.${role}`) ?? role)));

const standingOf = ({ disabled, active, secondFactor }: Person) =>
  `${t(disabled ? 'people.state.disabled' : active ? 'people.state.active' : 'people.state.waiting')}${secondFactor ? ` · ${t('people.second_factor')}` : ''}`;

/** S31: people and their posts. The system administrator keeps persons and codes, the security administrator grants posts; nobody does both. */
@customElement('people-page')
export class PeoplePage extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    panels,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-3); }
      header { display: flex; gap: var(--s-3); align-items: center; flex-wrap: wrap; }
      header input { width: 18rem; }
      .space { flex: 1; }
      record-table { background: var(--sheet); border: 1px solid var(--rule); }
      .code { font-size: var(--t-6); user-select: all; margin: var(--s-3) 0; }
      .roles { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 2px; }
      .roles label { display: flex; gap: 6px; align-items: center; min-height: 1.75rem; font-size: var(--t-3); }
      @media (max-width: 640px) { :host { padding: var(--s-3); } header input { width: 100%; } }
    `,
  ];

  @state() private act: Act | undefined;
  @state() private code: { name: string; account: string; code: string } | undefined;
  @state() private faults: Faults = {};
  @state() private sought = '';

  readonly #people = new Task(this, { args: () => [], task: (_, { signal }) => call(personApi.list, { signal }) });
  readonly #do = new Task(this, {
    autoRun: false,
    task: async ([act, reason]: readonly [Act, string]) => {
      await this.#take(act, reason);
      this.act = undefined;
      void this.#people.run();
    },
    onError: (error) => {
      const fields = error instanceof Refusal ? (error.detail['fields'] as Faults | undefined) : undefined;
      this.faults = fields ?? {};
    },
  });

  async #take(act: Act, reason: string): Promise<void> {
    if (act.kind === 'add') return this.#add();
    const { id, name, account } = act.person;
    const params = { id };
    if (act.kind === 'code') {
      const { code } = await call(personApi.newCode, { params });
      this.code = { name, account, code };
    } else if (act.kind === 'posts')
      await call(personApi.grant, { params, body: { posts: this.#posts(act.person), reason } });
    else await call(personApi.disable, { params, body: { disabled: act.kind === 'disable', reason } });
  }

  async #add(): Promise<void> {
    const answers = answersOf(PersonForm, this.renderRoot);
    this.faults = faultsOf(PersonForm, answers);
    if (Object.keys(this.faults).length > 0) throw new Refusal('invalid_input', { fields: this.faults });
    const { person, code } = await call(personApi.add, {
      body: answers as { account: string; name: string; officeId: number },
    });
    this.code = { name: person.name, account: person.account, code };
  }

  /** The posts with the one office edited here replaced; other posts stay. */
  #posts(person: Person) {
    const officeId = Number(this.renderRoot.querySelector<HTMLInputElement>('[name="postOffice"]')?.value);
    const roles = [...this.renderRoot.querySelectorAll<HTMLInputElement>('[name="role"]:checked')].map(
      (one) => one.value as Role,
    );
    const others = person.posts.filter((post) => post.officeId !== officeId) as { officeId: number; roles: Role[] }[];
    return [...others, { officeId, roles }];
  }

  override render() {
    return html`<header><h1>${t('people.title')}</h1>
        <input type="search" aria-label=${t('people.find')} placeholder=${t('people.find')} @input=${(event: Event) => {
          this.sought = (event.target as HTMLInputElement).value.trim().toLowerCase();
        }} />
        <span class="space"></span>
        ${may('person.edit') ? html`<button class="primary" @click=${() => this.#ask({ kind: 'add' })}>＋ ${t('people.add')}</button>` : nothing}
      </header>
      ${this.#people.render({ pending: () => (this.#people.value ? this.#table(this.#people.value) : loading()), error: problem, complete: (people) => this.#table(people) })}
      ${this.act ? this.#dialog(this.act) : nothing}
      ${this.code ? this.#handOver(this.code) : nothing}`;
  }

  #ask(act: Act): void {
    this.faults = {};
    this.act = act;
  }

  #table(people: readonly Person[]) {
    const fits = ({ name, account, officeId, posts }: Person) =>
      [name, account, officeName(officeId), ...posts.map((post) => officeName(post.officeId))]
        .join(' ')
        .toLowerCase()
        .includes(this.sought);
    const mine = session()?.person.id;
    return html`<record-table label=${t('people.title')} .columns=${personColumns()} .rows=${people.filter(fits)}
      .gone=${({ disabled }: Person) => disabled} .actions=${(person: Person) => (person.id === mine ? nothing : this.#buttons(person))}></record-table>`;
  }

  #buttons(person: Person) {
    const button = (kind: 'code' | 'disable' | 'enable' | 'posts', label: string) =>
      html`<button class="small" @click=${() => this.#ask({ kind, person })}>${label}</button>`;
    return html`${may('role.grant') ? button('posts', t('people.grant')) : nothing}${
      may('person.edit')
        ? html`${button('code', t('people.new_code'))}${person.disabled ? button('enable', t('people.enable')) : button('disable', t('people.disable'))}`
        : nothing
    }`;
  }

  #dialog(act: Act) {
    const name = act.kind === 'add' ? '' : ` · ${act.person.name}`;
    const words = {
      add: [t('people.add'), ''],
      code: [t('people.new_code'), t('people.new_code_does')],
      disable: [t('people.disable'), t('people.disable_does')],
      enable: [t('people.enable'), t('people.enable_does')],
      posts: [t('people.grant'), t('people.grant_does')],
    }[act.kind] as [string, string];
    const reasoned = act.kind !== 'add' && act.kind !== 'code';
    return html`<reason-dialog open heading="${words[0]}${name}" verb=${words[0]} ?needs-reason=${reasoned} ?no-reason=${!reasoned} .act=${words[1] ? { changes: [words[1]] } : {}}
      .error=${this.#do.status === 3 && act.kind !== 'add' ? this.#do.error : undefined} ?busy=${this.#do.status === 1}
      @act-confirmed=${(event: CustomEvent<{ reason: string }>) => this.#do.run([act, event.detail.reason])}
      @act-cancelled=${() => {
        this.act = undefined;
      }}>
      ${act.kind === 'add' ? this.#form() : act.kind === 'posts' ? this.#roles(act.person) : nothing}
    </reason-dialog>`;
  }

  #form() {
    return fieldsOf(
      PersonForm,
      this.faults,
      {},
      {
        custom: {
          officeId: (id) =>
            html`<combo-box id=${id} name="officeId" label=${t('PersonForm.officeId')} .choices=${standingOffices()} ?invalid=${this.faults['officeId'] !== undefined}></combo-box>`,
        },
      },
    );
  }

  #roles(person: Person) {
    const officeId = person.posts[0]?.officeId ?? person.officeId ?? 0;
    const held = person.posts.find((post) => post.officeId === officeId)?.roles ?? [];
    return html`<div class="field"><label for="postOffice">${t('PersonForm.officeId')}</label>
        <combo-box id="postOffice" name="postOffice" label=${t('PersonForm.officeId')} .value=${String(officeId)} .choices=${standingOffices()}></combo-box></div>
      <fieldset><legend>${t('people.posts')}</legend><div class="roles">${ROLES.map(
        (role) =>
          html`<label><input type="checkbox" name="role" value=${role} ?checked=${held.includes(role)} />${say(`role.${role}`)}</label>`,
      )}</div></fieldset>
      ${this.faults['posts'] ? html`<p class="problem" role="alert">${say(`fault.${this.faults['posts']}`)}</p>` : nothing}`;
  }

  #handOver({ name, account, code }: { name: string; account: string; code: string }) {
    return html`<dialog-box open heading="${t('people.code')} · ${name}" @dialog-closed=${() => {
      this.code = undefined;
    }}>
      <p>${t('people.code_text', { url: `${location.origin}/activate` })}</p>
      <p>${t('Account.account')} <strong class="num">${account}</strong></p><p class="code">${code}</p>
    </dialog-box>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'people-page': PeoplePage;
  }
}
