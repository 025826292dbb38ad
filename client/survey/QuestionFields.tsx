import type { Marks, Question } from '@duken/shared/survey';
import { useTranslation } from 'react-i18next';

interface QuestionFieldsProps {
  readonly questions: readonly Question[];
  readonly marks: Marks;
  readonly onChange: (marks: Marks) => void;
}

/** Questions as cards to tap: each option as large as a thumb. */
export function QuestionFields({ questions, marks, onChange }: QuestionFieldsProps) {
  const { t } = useTranslation('survey');
  const toggle = ({ id, isMultiple }: Question, option: string): void => {
    const before = marks[id] ?? [];
    const isMarked = before.includes(option);
    const others = isMultiple ? before.filter((each) => each !== option) : [];
    onChange({ ...marks, [id]: isMarked && isMultiple ? others : [...others, option] });
  };
  return questions.map((question) => (
    <fieldset key={question.id} className="questionField">
      <legend>{t(`question-${question.id}` as 'question-staff')}</legend>
      <div className={question.isMultiple ? 'questionField-list' : 'questionField-row'}>
        {question.options.map((option) => (
          <label key={option} className="questionField-option">
            <input
              type={question.isMultiple ? 'checkbox' : 'radio'}
              name={question.id}
              checked={(marks[question.id] ?? []).includes(option)}
              onChange={() => toggle(question, option)}
            />
            <span>{t(`option-${option}` as 'option-safer')}</span>
          </label>
        ))}
      </div>
    </fieldset>
  ));
}
