import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { may } from '#client/auth/session.ts';
import '#client/dossiers/record-table.ts';
import { recordColumns } from '#client/dossiers/record-table.ts';
import '#client/elements/job-progress.ts';
import '#client/elements/reason-dialog.ts';
import { toast } from '#client/elements/toast-line.ts';
import { upload } from '#client/files/upload.ts';
import { addressOf, call } from '#client/kernel/api.ts';
import { instant } from '#client/kernel/format.ts';
import { base, buttons, panels } from '#client/kernel/styles.ts';
import { listed, loading, problem, t } from '#client/kernel/words.ts';
import { personName } from '#client/offices/directory.ts';
import { documentApi, type TemplateVersion } from '#shared/documents/document.api.ts';
import { FORM_CODES, type FormCode, formOf } from '#shared/documents/forms.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { formName, placeName } from './names.ts';

interface Line {
  readonly form: FormCode;
  readonly own: TemplateVersion | undefined;
}

const columns = recordColumns<Line>;

/** Every form with the template the office makes it by; one is replaced by uploading a Word file that names the places. Fires nothing. */
@customElement('paper-templates')
export class PaperTemplates extends LitElement {
  static override styles = [
    base,
    buttons,
    panels,
    css`
      @media (max-width: 640px) { .sheet { border-radius: 0; border-left: 0; border-right: 0; padding: var(--s-3); } }
    `,
  ];

  @state() private form: FormCode | undefined;
  @state() private ending: TemplateVersion | undefined;
  @state() private sent = { done: 0, total: 0 };
  @query('input') private input!: HTMLInputElement;

  readonly #templates = new Task(this, {
    args: () => [],
    task: (_, { signal }) => call(documentApi.templates, { signal }),
  });
  readonly #set = new Task(this, {
    autoRun: false,
    task: async ([form, file]: readonly [FormCode, File]) => {
      const uploadId = await upload(file, (done) => {
        this.sent = { done, total: file.size };
      });
      const body = { form, uploadId, name: file.name, replaces: this.#current(form)?.version ?? 0 };
      const set = await call(documentApi.setTemplate, { body });
      toast(t('papers.template_set', { name: formName(form), n: set.version }));
      void this.#templates.run();
    },
  });
  readonly #end = new Task(this, {
    autoRun: false,
    task: async ([{ form, version }, reason]: readonly [TemplateVersion, string]) => {
      await call(documentApi.backToStandard, { params: { form }, body: { reason, replaces: version } });
      this.ending = undefined;
      void this.#templates.run();
    },
  });

  #current(form: FormCode): TemplateVersion | undefined {
    return this.#templates.value?.find((one) => one.form === form && one.current);
  }

  override render() {
    return html`<section class="sheet"><h2>${t('papers.templates')}</h2><p class="helper">${t('papers.templates_helper')}</p>
      <input type="file" hidden accept=".docx" @change=${() => this.#choose()} />
      ${this.#set.status === 1 ? html`<job-progress .done=${this.sent.done} .total=${this.sent.total}></job-progress>` : nothing}
      ${this.#set.status === 3 ? this.#refused(this.#set.error) : nothing}
      ${this.#templates.render({
        pending: () => (this.#templates.value ? this.#table() : loading()),
        error: (error) =>
          html`${problem(error)}<button @click=${() => this.#templates.run()}>${t('action.retry')}</button>`,
        complete: () => this.#table(),
      })}
      ${
        this.ending
          ? html`<reason-dialog open needs-reason heading="${t('papers.to_standard')} ${formName(this.ending.form)}" verb=${t('papers.to_standard')} .act=${{ changes: [t('papers.to_standard_does')] }}
              .error=${this.#end.error} ?busy=${this.#end.status === 1} @act-confirmed=${(event: CustomEvent<{ reason: string }>) => this.#end.run([this.ending!, event.detail.reason])}
              @act-cancelled=${() => {
                this.ending = undefined;
              }}></reason-dialog>`
          : nothing
      }</section>`;
  }

  #choose(): void {
    const file = this.input.files?.[0];
    this.input.value = '';
    if (file && this.form) void this.#set.run([this.form, file]);
  }

  /** What is wrong with an uploaded template, place by place. */
  #refused(error: unknown) {
    const detail = error instanceof Refusal ? error.detail : {};
    const named = (key: string) => ((detail[key] as string[] | undefined) ?? []).map(placeName);
    const [unknown, lacking] = [named('unknown'), named('lacking')];
    if (unknown.length + lacking.length === 0) return problem(error);
    return html`<div class="problem" role="alert"><strong>${t('papers.template_refused', { name: formName(this.form!) })}</strong>
      ${unknown.length > 0 ? html`<p>${t('papers.template_unknown', { what: listed(unknown) })}</p>` : nothing}
      ${lacking.length > 0 ? html`<p>${t('papers.template_lacks', { what: listed(lacking) })}</p>` : nothing}</div>`;
  }

  #table() {
    const rows: Line[] = FORM_CODES.map((form) => ({ form, own: this.#current(form) }));
    return html`<record-table label=${t('papers.templates')} .rows=${rows}
      .columns=${columns([
        { key: 'form', label: t('papers.form'), cell: ({ form }) => html`<strong>${formName(form)}</strong>` },
        { key: 'series', label: t('papers.series'), cell: ({ form }) => t(`papers.series.${formOf(form).series}`) },
        { key: 'own', label: t('papers.in_use'), cell: ({ own }) => (own ? this.#own(own) : t('papers.standard')) },
      ])}
      .actions=${(line: Line) => this.#actions(line)}></record-table>`;
  }

  #own({ id, version, name, personId, at }: TemplateVersion) {
    return html`<span><a href=${addressOf(documentApi.template, { params: { id } })} download=${name}>${t('papers.by_template', { n: version })}</a>
      <br /><small>${personName(personId)} · ${instant(at)}</small></span>`;
  }

  #actions({ form, own }: Line) {
    return html`<a class="button small" href=${addressOf(documentApi.standard, { params: { form } })} download>${t('papers.get_standard')}</a>
      ${
        may('template.keep')
          ? html`<button class="small" ?disabled=${this.#set.status === 1} aria-label="${t('papers.replace')} ${formName(form)}" @click=${() => {
              this.form = form;
              this.input.click();
            }}>${t('papers.replace')}</button>
            ${
              own
                ? html`<button class="small" @click=${() => {
                    this.ending = own;
                  }}>${t('papers.to_standard')}</button>`
                : nothing
            }`
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'paper-templates': PaperTemplates;
  }
}
