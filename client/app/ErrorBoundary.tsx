import { Button } from '@digdir/designsystemet-react';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Letter } from '../ui/index.ts';

interface ErrorBoundaryProps {
  /** The page inside: another one is tried again. */
  readonly page: string;
  readonly children: ReactNode;
}

/** Shows a page with a way out when our own code breaks, in place of an empty screen. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    console.error(error, info.componentStack);
  }

  override componentDidUpdate(before: ErrorBoundaryProps) {
    if (this.state.broken && before.page !== this.props.page) this.#showAgain();
  }

  override render() {
    return this.state.broken ? <BrokenPage onShowAgain={this.#showAgain} /> : this.props.children;
  }

  readonly #showAgain = () => this.setState({ broken: false });
}

function BrokenPage({ onShowAgain }: { readonly onShowAgain: () => void }) {
  const { t } = useTranslation('errors');
  return (
    <Letter title={t('brokenTitle')}>
      <p>{t('brokenText')}</p>
      <div className="row">
        <Button onClick={onShowAgain}>{t('showAgain')}</Button>
        <Button variant="secondary" onClick={() => location.reload()}>
          {t('reload')}
        </Button>
        <Button asChild variant="tertiary">
          <a href="/">{t('toFront')}</a>
        </Button>
      </div>
    </Letter>
  );
}
