import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

const pages = ['lederkort', 'inntak', 'rapport', 'gevinst', 'undersokelse', 'personvern', 'tilgjengelighet'] as const;

/** The way to what a municipality looks at as a whole. No page here shows anybody a case that is not theirs. */
export function ForMunicipality() {
  const { t } = useTranslation('front');
  return (
    <section className="front-section" aria-labelledby="kommunen">
      <h2 id="kommunen">{t('forMunicipality')}</h2>
      <ul className="plainList">
        {pages.map((page) => (
          <li key={page}>
            <Link className="front-link" href={`/${page}`}>
              {t(`page-${page}`)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
