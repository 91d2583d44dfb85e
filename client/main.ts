import { startPreferences } from './kernel/preferences.ts';

void startPreferences().then(() => import('./app-shell.ts'));
