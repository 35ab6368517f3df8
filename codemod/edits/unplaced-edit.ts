/** The place of an edit was not recognisable: nothing was changed, and a person has to make the edit. */
export class UnplacedEdit extends Error {
  override readonly name = 'UnplacedEdit'
  /** What to add by hand. */
  readonly instruction: string
  /** Where it belongs, and what was found there instead. */
  readonly place: string

  constructor({ instruction, place }: { instruction: string; place: string }) {
    super(`${place}. By hand: ${instruction}`)
    this.instruction = instruction
    this.place = place
  }
}

/** Makes the error of one edit, for a place that was found or not found. */
export type Unplaced = (place: string) => UnplacedEdit
