import { startComfort } from './review/comfort.ts'
import { startKeyMap } from './review/key-map.ts'

/** The pages where somebody chooses how the desk looks and which keys it has. */
startComfort(document)
const keys = document.querySelector<HTMLFormElement>('[data-keys-form]')
if (keys) startKeyMap(keys)
