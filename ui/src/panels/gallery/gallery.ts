// Short articles to try the window with, written for it: events and people in them are invented.
import gempa from './articles/gempa-id.txt?raw';
import pelabuhan from './articles/pelabuhan-id.txt?raw';
import river from './articles/river-en.txt?raw';
import tariff from './articles/tariff-en.txt?raw';

export interface Sample {
  id: string;
  language: 'id' | 'en';
  title: string;
  /** First words under the title. */
  lead: string;
  text: string;
}

const sample = (id: string, language: 'id' | 'en', text: string): Sample => {
  const [title = '', , lead = ''] = text.split('\n');
  return { id, language, title, lead, text };
};

/** Two in each language. */
export const GALLERY: readonly Sample[] = [
  sample('pelabuhan', 'id', pelabuhan), sample('gempa', 'id', gempa), sample('river', 'en', river), sample('tariff', 'en', tariff),
];
