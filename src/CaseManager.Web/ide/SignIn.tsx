import { type FormEvent, useEffect, useState } from 'react';
import { hangUp } from './fetcher';
import { fetchOfficers, fetchToken, type Officer } from './officers';
import { bearer, session } from './session';

/** Who asks: a demo officer where the server offers them (Development), or any token pasted in. */
export function SignIn({ onChange }: { onChange: () => void }) {
  const [officers, setOfficers] = useState<Officer[]>([]);
  const [pasted, setPasted] = useState('');
  const [problem, setProblem] = useState('');
  const who = bearer(session.token());

  useEffect(() => {
    void fetchOfficers().then(setOfficers);
  }, []);

  function become(token: string | null) {
    if (token) session.signIn(token);
    else session.signOut();
    hangUp();
    setPasted('');
    setProblem('');
    onChange();
  }

  async function pick(officer: Officer) {
    const token = await fetchToken(officer);
    if (token) become(token);
    else setProblem('No token was issued.');
  }

  function paste(event: FormEvent) {
    event.preventDefault();
    if (pasted.trim()) become(pasted);
  }

  return (
    <header className="ide-bar">
      <h1>CaseManager GraphQL</h1>
      {officers.length > 0 && (
        <label>
          Act as
          <select value="" onChange={(event) => void pick(officers[Number(event.target.value)])}>
            <option value="" disabled>
              demo officer…
            </option>
            {officers.map((officer, place) => (
              <option key={place} value={place}>
                {officer.name.includes(officer.agency) ? officer.name : `${officer.name}, ${officer.agency}`}
              </option>
            ))}
          </select>
        </label>
      )}
      <form onSubmit={paste}>
        <label>
          Token
          <input type="password" autoComplete="off" value={pasted} onChange={(event) => setPasted(event.target.value)} />
        </label>
        <button type="submit">Use</button>
      </form>
      <p role="status">
        {problem || (who ? `${who.name}, until ${who.expires.toLocaleTimeString()}` : session.token() ? 'Token set' : 'Not signed in')}
      </p>
      {session.token() && (
        <button type="button" onClick={() => become(null)}>
          Sign out
        </button>
      )}
    </header>
  );
}
