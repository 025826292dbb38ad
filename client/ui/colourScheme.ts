/** Lets the page follow the system between light and dim, now and when it changes. */
export function followColourScheme(): void {
  const dim = matchMedia('(prefers-color-scheme: dark)');
  const follow = () => document.documentElement.setAttribute('data-color-scheme', dim.matches ? 'dark' : 'light');
  dim.addEventListener('change', follow);
  follow();
}
