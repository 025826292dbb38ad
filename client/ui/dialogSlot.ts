/** What a page gives a dialog that another feature owns; the two are joined in app/boardPages.tsx. */
export interface DialogSlot {
  readonly open: boolean;
  readonly onClose: () => void;
}
