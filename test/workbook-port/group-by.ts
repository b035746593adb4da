/** The grid library needs these of Node 21 and later. */
type Grouping = { groupBy?: (items: Iterable<unknown>, key: (item: unknown, index: number) => unknown) => unknown };

const grouped = (items: Iterable<unknown>, key: (item: unknown, index: number) => unknown): Map<unknown, unknown[]> => {
  const groups = new Map<unknown, unknown[]>();
  let index = 0;
  for (const item of items) {
    const group = key(item, index++);
    const members = groups.get(group);
    if (members) members.push(item);
    else groups.set(group, [item]);
  }
  return groups;
};

(Map as unknown as Grouping).groupBy ??= grouped;
(Object as unknown as Grouping).groupBy ??= (items, key) => Object.fromEntries(grouped(items, key));
