import type { LateTexts } from './lateTexts.ts';
import type { nb } from './nb/index.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof nb & LateTexts;
    interpolationPrefix: '{';
    interpolationSuffix: '}';
  }
}
