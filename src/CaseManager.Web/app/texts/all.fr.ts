import cases from '../../features/cases/texts/fr.json';
import inbox from '../../features/inbox/texts/fr.json';
import search from '../../features/search/texts/fr.json';
import records from '../../records/texts/fr.json';
import ui from '../../ui/texts/fr.json';
import app from './fr.json';

export default {
  ...ui,
  ...records,
  ...cases,
  ...inbox,
  ...search,
  ...app,
};
