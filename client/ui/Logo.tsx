/** The mark: a small cloth with its sewn hem. Decorative, since the name always stands beside it. */
export function Logo({ size = 32 }: { readonly size?: number }) {
  return (
    <svg className="logo" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="var(--ds-color-accent-base-default)" />
      <rect
        x="6"
        y="6"
        width="20"
        height="20"
        rx="4"
        fill="none"
        stroke="var(--ds-color-accent-base-contrast-default)"
        strokeWidth="1.6"
        strokeDasharray="3.2 1.9"
        strokeLinecap="round"
      />
    </svg>
  );
}
