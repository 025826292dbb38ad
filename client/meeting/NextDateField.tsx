import { useTranslation } from 'react-i18next';
import { DateField } from '../ui/index.ts';

interface NextDateFieldProps {
  /** 'YYYY-MM-DD'; '' where it is not agreed. */
  readonly value: string;
  readonly onChange: (day: string) => void;
}

/** When they meet again. */
export function NextDateField({ value, onChange }: NextDateFieldProps) {
  const { t } = useTranslation('meeting');
  return (
    <div data-field="nextDate">
      <DateField className="meeting-date" label={t('next')} value={value} onChange={onChange} />
    </div>
  );
}
