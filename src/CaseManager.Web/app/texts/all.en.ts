import cases from '../../features/cases/texts/en.json';
import inbox from '../../features/inbox/texts/en.json';
import search from '../../features/search/texts/en.json';
import records from '../../records/texts/en.json';
import ui from '../../ui/texts/en.json';
import app from './en.json';

export default {
  ...ui,
  ...records,
  ...cases,
  ...inbox,
  ...search,
  ...app,
};
