import { Button } from '@digdir/designsystemet-react';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Letter } from '../ui/index.ts';

/** Shows a page with a way out when our own code breaks, in place of an empty screen. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    console.error(error, info.componentStack);
  }

  override render() {
    return this.state.broken ? <BrokenPage /> : this.props.children;
  }
}

function BrokenPage() {
  const { t } = useTranslation('errors');
  return (
    <Letter title={t('brokenTitle')}>
      <p>{t('brokenText')}</p>
      <div className="row">
        <Button onClick={() => location.reload()}>{t('reload')}</Button>
        <Button asChild variant="tertiary">
          <a href="/">{t('toFront')}</a>
        </Button>
      </div>
    </Letter>
  );
}
