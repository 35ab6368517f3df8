import type { Inquiry } from '../inquiry.ts'

/** Whether only programs load a file that end by themselves: what they hold goes with them. */
export function isOneShot({ programsWith }: Inquiry, file: string): boolean {
  const loading = programsWith(file)
  return loading.length > 0 && loading.every(({ isService }) => !isService)
}
