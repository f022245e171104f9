import { GraphiQL } from 'graphiql';
import { useState } from 'react';
import { examples } from './examples';
import { fetcher } from './fetcher';
import { SignIn } from './SignIn';

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
          defaultEditorToolsVisibility="variables"
          shouldPersistHeaders={false}
        />
      </main>
    </div>
  );
}
