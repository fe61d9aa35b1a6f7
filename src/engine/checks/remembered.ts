/** A pure function of an object that never changes, worked out once for as long as the object is there. */
export function remembered<Of extends object, Made>(work: (of: Of) => Made): (of: Of) => Made {
  const known = new WeakMap<Of, { readonly made: Made }>()
  return (of) => {
    let kept = known.get(of)
    if (!kept) known.set(of, (kept = { made: work(of) }))
    return kept.made
  }
}
