/** Something that stands in documents. */
export interface DocumentNode {
  readonly documents: readonly string[];
}

/** Documents looked at for each thing: what is everywhere has company everywhere. */
export const mostDocuments = 20;

/**
 * Tells of two things, by the roots of their clusters, whether documents of one and of the other speak of a third thing that few
 * documents speak of.
 */
export function neighbourhood(
  clusters: readonly { readonly root: number; readonly nodes: readonly DocumentNode[] }[],
): (a: number, b: number) => boolean {
  const documentsOf = new Map<number, string[]>();
  const rootsIn = new Map<string, number[]>();
  for (const { root, nodes } of clusters) {
    const documents = [...new Set(nodes.flatMap(({ documents }) => documents))];
    documentsOf.set(root, documents);
    for (const document of documents) {
      const roots = rootsIn.get(document);
      if (roots === undefined) rootsIn.set(document, [root]);
      else roots.push(root);
    }
  }
  const few = Math.max(4, 2 * Math.sqrt(rootsIn.size));
  const known = new Map<number, ReadonlySet<number>>();
  const neighboursOf = (root: number): ReadonlySet<number> => {
    const cached = known.get(root);
    if (cached !== undefined) return cached;
    const neighbours = new Set(
      (documentsOf.get(root) ?? []).slice(0, mostDocuments).flatMap((document) => rootsIn.get(document) ?? []),
    );
    neighbours.delete(root);
    const rare = new Set([...neighbours].filter((one) => (documentsOf.get(one)?.length ?? 0) <= few));
    known.set(root, rare);
    return rare;
  };
  return (a, b) => {
    const [one, other] = [neighboursOf(a), neighboursOf(b)];
    return [...one].some((neighbour) => neighbour !== b && other.has(neighbour));
  };
}
