import { Text, View } from '@tarojs/components';
import { ChoiceGroup } from '@/ui/choice-group';
import type { FieldsProps, FormPart, SignUpAnswers } from '../form-part';
import { isForFamily } from './family';
import styles from './consents.module.scss';

type Consent = SignUpAnswers['programme']['consents'][number];

/** A consent as it is remembered while the form is open: to this wording and no other. */
export const consentId = ({ purpose, version }: { purpose: string; version: string }): string =>
  `${purpose}@${version}`;

/** A title without its explanation in brackets, which stands right above. */
const shortOf = (title: string): string => title.replace(/（[^（）]*）$/, '');

/** What is ticked: one's own yes, or that the family member gave theirs. */
const tickOf = ({ purpose, title }: Consent): string =>
  purpose === 'family-member' ? `家人本人已同意${shortOf(title)}` : `我同意${shortOf(title)}`;

/** Whoever signs up a family member gives two consents in place of the programme's. */
const consentsOf = (about: SignUpAnswers): readonly Consent[] =>
  (isForFamily(about) ? about.programme.family?.consents : null) ?? about.programme.consents;

const fieldOf = (purpose: string): string => `consent-${purpose}`;

/** Each purpose by itself, its whole text in sight, none ticked beforehand. */
function ConsentFields(form: FieldsProps) {
  const { agreed, agree, errors } = form;
  return (
    <View>
      {consentsOf(form).map((consent) => {
        const id = consentId(consent);
        return (
          <ChoiceGroup
            key={id}
            several
            name={fieldOf(consent.purpose)}
            label={consent.title}
            hint={consent.text}
            error={errors[fieldOf(consent.purpose)]}
            options={[{ value: 'yes', text: tickOf(consent) }]}
            value={agreed.includes(id) ? ['yes'] : []}
            onChange={(chosen) => agree(id, chosen.length > 0)}
          />
        );
      })}
      <View className={styles.no}>
        <Text>不同意则无法在线报名，可以打 12351 咨询其他办法。浏览内容、找驿站不受影响。</Text>
      </View>
    </View>
  );
}

/** The programme's own texts, in the version the service offers now. */
export const consentsPart: FormPart = {
  id: 'consents',
  name: '同意',
  appliesTo: ({ programme }) => programme.consents.length > 0,
  Fields: ConsentFields,
  check: (about) =>
    consentsOf(about)
      .filter((consent) => !about.agreed.includes(consentId(consent)))
      .map((consent) => ({ field: fieldOf(consent.purpose), text: `请勾选“${tickOf(consent)}”` })),
  rows: (about) => [
    {
      label: '同意',
      text: consentsOf(about)
        .filter((consent) => about.agreed.includes(consentId(consent)))
        .map(({ title }) => shortOf(title))
        .join('；'),
    },
  ],
  write: (about, body) => ({
    ...body,
    consents: consentsOf(about)
      .filter((consent) => about.agreed.includes(consentId(consent)))
      .map(({ purpose, version }) => ({ purpose, version })),
  }),
  // Consent is given anew each time: what was sent is not read back.
  read: () => ({}),
  fieldOf: (pointer) => (pointer.startsWith('/consents') ? 'consents' : null),
};
