import type { Result } from '@duken/shared/result';
import { type FormEvent, useState } from 'react';
import type { RequestFailure } from '../http/index.ts';

/** A form that is sent once at a time: what is wrong with it is said when it is sent, and focus goes to the first field that is. */
export function useForm<
  Faults extends Readonly<Record<string, string | undefined>>,
  Failure = RequestFailure,
>(options: {
  /** What is wrong, by field, in the order in which they stand. */
  readonly faults: Faults;
  readonly send: () => Promise<Result<unknown, Failure>>;
  readonly onDone: () => void;
}) {
  const [isTried, setIsTried] = useState(false);
  const [isSending, setIsSending] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const isFaulty = Object.values(options.faults).some((fault) => fault !== undefined);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isSending) return;
    setIsTried(true);
    setFailure(undefined);
    if (isFaulty) return focusFirstFault(event.currentTarget);
    setIsSending(true);
    const sent = await options.send();
    setIsSending(false);
    if (sent.ok) {
      setIsTried(false);
      options.onDone();
    } else setFailure(sent.failure);
  };

  return {
    isSending,
    failure,
    /** What is said of a field, once the form has been sent. */
    faultOf: <Field extends keyof Faults>(field: Field): Faults[Field] | undefined =>
      isTried ? options.faults[field] : undefined,
    onSubmit: (event: FormEvent<HTMLFormElement>) => void submit(event),
  };
}

/** Once the fields have been marked. */
function focusFirstFault(form: HTMLFormElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
