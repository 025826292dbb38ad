/** Lets the page follow the system between light and dim, now and when it changes; on paper it is always light. */
export function followColourScheme(): void {
  const dim = matchMedia('(prefers-color-scheme: dark)');
  const show = (scheme: 'dark' | 'light') => document.documentElement.setAttribute('data-color-scheme', scheme);
  const follow = () => show(dim.matches ? 'dark' : 'light');
  dim.addEventListener('change', follow);
  window.addEventListener('beforeprint', () => show('light'));
  window.addEventListener('afterprint', follow);
  follow();
}
