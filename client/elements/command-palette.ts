import { css, html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import {
  answersTo,
  COMMAND_GROUPS,
  type Command,
  type CommandGroup,
  commandProviders,
  openPalette,
} from '#client/kernel/commands.ts';
import { isComposing, isComposingIn } from '#client/kernel/ime.ts';
import { bindKeys, keyName } from '#client/kernel/keys.ts';
import { go } from '#client/kernel/router.ts';
import { base, inputs } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { Overlay } from './overlay.ts';

type Found = Partial<Record<CommandGroup, readonly Command[]>>;

const REST_MS = 120;

/**
 * Search `/` and commands `Ctrl+K` over the page, fed by `provideCommands()`. Pinyin being composed is not a query. Chooses with Enter,
 * closes with Esc; goes to the command's address or runs it. Stands once in the shell. Fires nothing.
 */
@customElement('command-palette')
export class CommandPalette extends LitElement {
  static override styles = [
    base,
    inputs,
    css`
      .veil { position: fixed; inset: 0; z-index: 65; background: var(--veil); padding: 6vh var(--s-4) 0; }
      .box { background: var(--sheet); width: 40rem; max-width: 100%; margin: 0 auto; border-radius: 4px; box-shadow: var(--float); overflow: hidden; }
      input { border: 0; border-bottom: 1px solid var(--rule); border-radius: 0; min-height: 3rem; font-size: var(--t-4); padding: 0 var(--s-4); }
      input:focus-visible { outline: none; box-shadow: inset 0 -3px 0 var(--azurite); }
      .found { max-height: 60vh; overflow: auto; padding: var(--s-1) 0 var(--s-2); }
      .group { font-size: var(--t-1); color: var(--ink-3); padding: var(--s-2) var(--s-4) 2px; }
      .one { display: flex; gap: var(--s-3); align-items: baseline; padding: 5px var(--s-4); font-size: var(--t-3); cursor: pointer; }
      .one:hover { background: var(--azurite-t); }
      .one[aria-selected="true"] { background: var(--sel); box-shadow: inset 3px 0 0 var(--azurite); }
      .one small { flex: 1; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
      .none { padding: var(--s-4); color: var(--ink-3); font-size: var(--t-3); }
      @media (max-width: 640px) { .veil { padding: 0; } .box { border-radius: 0; min-height: 100%; } .one { min-height: 2.75rem; align-items: center; } }
      @media print { .veil { display: none; } }
    `,
  ];

  @state() private open = false;
  @state() private mode: 'commands' | 'search' = 'commands';
  @state() private found: Found = {};
  @state() private at = 0;
  @query('input') private field!: HTMLInputElement;

  readonly #overlay = new Overlay(this);
  #unbind: (() => void) | undefined;
  #asking: AbortController | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  readonly #asked = (event: Event) => this.#show((event as CustomEvent<{ mode: 'commands' | 'search' }>).detail.mode);

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('palette-asked', this.#asked);
    this.#unbind = bindKeys(
      { on: 'Slash', run: () => openPalette('search') },
      { on: 'Ctrl+KeyK', run: () => openPalette('commands') },
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('palette-asked', this.#asked);
    this.#unbind?.();
  }

  #show(mode: 'commands' | 'search'): void {
    this.mode = mode;
    this.open = true;
    this.at = 0;
    void this.#ask('');
    void this.updateComplete.then(() => this.#overlay.opened());
  }

  #close(): void {
    this.open = false;
    this.#asking?.abort();
    clearTimeout(this.#waiting);
    this.#overlay.closed();
  }

  readonly #typed = () => {
    if (isComposingIn(this.field)) return;
    clearTimeout(this.#waiting);
    const typed = this.field.value.trim();
    this.#waiting = setTimeout(() => void this.#ask(typed), typed === '' ? 0 : REST_MS);
  };

  /** Each provider answers when it can; what came for an older text is dropped. */
  async #ask(typed: string): Promise<void> {
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    const next: Record<string, Command[]> = {};
    this.at = 0;
    await Promise.all(
      commandProviders().map(async (provider) => {
        if (provider.group === 'found' && typed === '') return;
        if (provider.group !== 'found' && provider.group !== 'recent' && this.mode === 'search' && typed === '') return;
        const all = await Promise.resolve(provider.find(typed, asking.signal)).catch(() => []);
        if (asking.signal.aborted) return;
        const fit =
          provider.group === 'found' || typed === '' ? all : all.filter((command) => answersTo(command, typed));
        next[provider.group] = [...(next[provider.group] ?? []), ...fit];
        this.found = { ...next };
      }),
    );
    if (!asking.signal.aborted) this.found = next;
  }

  get #list(): Command[] {
    return this.#groups.flatMap((group) => [...(this.found[group] ?? [])]);
  }

  /** Searching shows what was found first; commanding shows acts first. */
  get #groups(): readonly CommandGroup[] {
    return this.mode === 'search' ? ['found', 'recent', 'actions', 'pages', 'settings'] : COMMAND_GROUPS;
  }

  #run(command: Command | undefined): void {
    if (!command) return;
    this.#close();
    if (command.href) go(command.href);
    else command.run?.();
  }

  readonly #key = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (isComposing(event)) return;
    const count = this.#list.length;
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0 && count > 0) this.at = (this.at + by + count) % count;
    else if (event.key === 'Enter') this.#run(this.#list[this.at]);
    else if (event.key === 'Escape') this.#close();
    else return;
    event.preventDefault();
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }),
    );
  };

  override render() {
    if (!this.open) return nothing;
    const label = this.mode === 'search' ? t('app.search') : t('palette.placeholder');
    return html`<div class="veil" @click=${(event: Event) => event.target === event.currentTarget && this.#close()}>
      <div class="box" role="dialog" aria-modal="true" aria-label=${t('palette.title')} @keydown=${this.#key}>
        <input role="combobox" autofocus aria-expanded="true" aria-controls="found" aria-autocomplete="list" aria-label=${label} placeholder=${label}
          aria-activedescendant=${this.#list.length > 0 ? `command-${this.at}` : nothing} autocomplete="off" spellcheck="false" enterkeyhint="go"
          @input=${this.#typed} @compositionend=${this.#typed} />
        ${this.#results()}
      </div>
    </div>`;
  }

  #results() {
    let at = -1;
    return html`<div class="found" id="found" role="listbox" aria-label=${t('palette.title')}>
        ${this.#groups.map((group) => {
          const commands = this.found[group] ?? [];
          return commands.length === 0
            ? nothing
            : html`<div role="group" aria-label=${t(`palette.${group}`)}><div class="group" aria-hidden="true">${t(`palette.${group}`)}</div>
                ${commands.map((command) => {
                  at += 1;
                  return this.#one(command, at);
                })}</div>`;
        })}
      </div>
      ${this.#list.length === 0 && this.field?.value ? html`<p class="none" role="status">${t('palette.none')}</p>` : nothing}`;
  }

  #one(command: Command, at: number) {
    return html`<div class="one" role="option" id="command-${at}" aria-selected=${at === this.at ? 'true' : 'false'} @click=${() => this.#run(command)}
      ><span>${command.label}</span><small>${command.hint ?? ''}</small>${command.key ? html`<kbd>${keyName(command.key)}</kbd>` : nothing}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'command-palette': CommandPalette;
  }
}
