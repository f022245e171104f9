import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import { holdsOn, keepers } from '../../records/roles';
import { Empty, Faces } from '../../ui/Faces';
import './evidence.css';
import './intake.css';
import { Intake } from './intake/Intake';

const Under = graphql(`
  query SeizeUnder($number: String!) { me { id ...RoleHolder } caseByNumber(number: $number) { id stage tlp ...HeldOn } }
`);

const route = getRouteApi('/cases/$number/evidence/new');

/** Records a seizure at the scene, on a phone with one hand. */
export function IntakePage() {
  const { t } = useTranslation();
  const { number } = route.useParams();
  const [{ data, error }] = useQuery({ query: Under, variables: { number } });
  return (
    <Faces data={data?.caseByNumber} error={error}>
      {(file) => (file.stage === 'CLOSED' ? <Empty>{t('intake.closed')}</Empty>
        : data?.me && holdsOn(data.me, file, keepers) ? <Intake of={file.id} tlp={file.tlp} /> : <Empty>{t('intake.mayNot')}</Empty>)}
    </Faces>
  );
}
