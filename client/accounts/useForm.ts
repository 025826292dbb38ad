import type { Result } from '@duken/shared/result';
import { type FormEvent, useState } from 'react';
import type { RequestFailure } from '../http/index.ts';

/** What is wrong with a form's fields, said once somebody has tried to send it; focus goes to the first field that is. */
export function useFaults<Faults extends Readonly<Record<string, string | undefined>>>(faults: Faults) {
  const [isTried, setIsTried] = useState(false);
  return {
    /** What is said of a field, once the form has been sent. */
    faultOf: <Field extends keyof Faults>(field: Field): Faults[Field] | undefined =>
      isTried ? faults[field] : undefined,
    /** @returns whether it can be sent */
    isSendable: (form: HTMLFormElement): boolean => {
      setIsTried(true);
      const isFaulty = Object.values(faults).some((fault) => fault !== undefined);
      if (isFaulty) focusFirstFault(form);
      return !isFaulty;
    },
    forget: () => setIsTried(false),
  };
}

/** A form that is sent once at a time. */
export function useForm<
  Faults extends Readonly<Record<string, string | undefined>>,
  Failure = RequestFailure,
>(options: {
  /** What is wrong, by field, in the order in which they stand. */
  readonly faults: Faults;
  readonly send: () => Promise<Result<unknown, Failure>>;
  readonly onDone: () => void;
}) {
  const { faultOf, isSendable, forget } = useFaults(options.faults);
  const [isSending, setIsSending] = useState(false);
  const [failure, setFailure] = useState<Failure>();

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isSending) return;
    setFailure(undefined);
    if (!isSendable(event.currentTarget)) return;
    setIsSending(true);
    const sent = await options.send();
    setIsSending(false);
    if (sent.ok) {
      forget();
      options.onDone();
    } else setFailure(sent.failure);
  };

  return {
    isSending,
    failure,
    faultOf,
    onSubmit: (event: FormEvent<HTMLFormElement>) => void submit(event),
  };
}

/** Once the fields have been marked. */
function focusFirstFault(form: HTMLFormElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
