import { startPreferences } from './kernel/preferences.ts';

startPreferences();
void import('./app-shell.ts');
