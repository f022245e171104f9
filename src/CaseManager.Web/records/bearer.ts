import { createContext, useContext } from 'react';

/** What the token says of who asks. For showing what may be of use; what is allowed the server decides. */
export type Bearer = { name: string; agency: string; subject: string; registrar: boolean };

const nobody: Bearer = { name: '', agency: '', subject: '', registrar: false };
export const BearerContext = createContext<Bearer>(nobody);
export const useBearer = () => useContext(BearerContext);

export function bearerOf(token: string): Bearer {
  try {
    const bytes = Uint8Array.from(atob(token.split('.')[1]!.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
    const claims = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Record<string, string | string[]>>;
    return { name: String(claims.name ?? ''), agency: String(claims.tid ?? ''), subject: String(claims.sub ?? ''), registrar: [claims.roles].flat().includes('registrar') };
  } catch {
    return nobody;
  }
}
