/** For buttons whose text is white: dark enough for it in every scheme. */
export const going = '#1a7a2e';
export const stopping = '#b3261e';
