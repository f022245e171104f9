const files = import.meta.glob('./examples/*.graphql', { query: '?raw', import: 'default', eager: true });

/** One tab for each file under examples/, in the order of the file names. */
export const examples = Object.keys(files)
  .sort()
  .map((path) => ({ query: files[path] as string, variables: '', headers: '' }));
