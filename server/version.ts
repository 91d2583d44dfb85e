import manifest from '../package.json' with { type: 'json' };

/** The version people name when they ask for help. */
export const VERSION: string = manifest.version;
