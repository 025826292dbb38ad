import { isolated } from '@duken/shared/text';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { nb } from './nb/index.ts';

/** Makes the texts ready in bokmål, which every other language falls back on. */
export async function initTexts(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'nb',
    fallbackLng: 'nb',
    defaultNS: 'common',
    ns: Object.keys(nb),
    resources: { nb },
    // React escapes what is shown; what others wrote must not turn our sentence around either.
    interpolation: { prefix: '{', suffix: '}', escapeValue: true, escape: isolated },
  });
}
