export {
  changeableKeyFile,
  findInstallationKeys,
  isInside,
  type KeyFailure,
  type KeySettings,
  KeysUnreadable,
  keysDirOf,
  readKey,
} from './installationKeys.ts';
export { type CaseKeys, Keyring } from './keyring.ts';
export { installation, type KeyStore, type StoredKey } from './keyStore.ts';
export { addKey, type RotationFailure, rotateKey } from './rotateKey.ts';
export { isSealed, open, openUnproven, SealBroken, type SealPlace, seal, sealBytes, sealMark } from './seal.ts';
export { isSealedText, openText, sealedTextMark, sealText } from './sealText.ts';
