import { GraphiQL } from 'graphiql';
import { useState } from 'react';
import { examples } from './examples';
import { fetcher } from './fetcher';
import { SignIn } from './SignIn';

// A page of the app may hand over a question. It is behind the #: no server sees it in an address.
const asked = new URLSearchParams(location.hash.slice(1)).get('query') ?? undefined;

/** The query page: sign-in above, GraphiQL below, one tab per example. A new person means a new page, so that no answer is left over. */
export function Ide() {
  const [person, setPerson] = useState(0);

  return (
    <div className="ide">
      <SignIn onChange={() => setPerson(person + 1)} />
      <main className="ide-editor">
        <GraphiQL
          key={person}
          fetcher={fetcher}
          defaultTabs={examples}
          initialQuery={asked}
          defaultEditorToolsVisibility="variables"
          shouldPersistHeaders={false}
        />
      </main>
    </div>
  );
}
