/** Stands in until the engine is there. */
export const createAnalyzer = () => ({})
