import { Text, View } from '@tarojs/components';
import { ChoiceGroup } from '@/ui/choice-group';
import type { FieldsProps, FormPart } from '../form-part';
import styles from './consents.module.scss';

/** A consent as it is remembered while the form is open: to this wording and no other. */
export const consentId = ({ purpose, version }: { purpose: string; version: string }): string =>
  `${purpose}@${version}`;

/** A title without its explanation in brackets, which stands right above. */
const shortOf = (title: string): string => title.replace(/（[^（）]*）$/, '');

const fieldOf = (purpose: string): string => `consent-${purpose}`;

/** Each purpose by itself, its whole text in sight, none ticked beforehand. */
function ConsentFields({ programme, agreed, agree, errors }: FieldsProps) {
  return (
    <View>
      {programme.consents.map((consent) => {
        const id = consentId(consent);
        return (
          <ChoiceGroup
            key={id}
            several
            name={fieldOf(consent.purpose)}
            label={consent.title}
            hint={consent.text}
            error={errors[fieldOf(consent.purpose)]}
            options={[{ value: 'yes', text: `我同意${shortOf(consent.title)}` }]}
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
  check: ({ programme, agreed }) =>
    programme.consents
      .filter((consent) => !agreed.includes(consentId(consent)))
      .map(({ purpose, title }) => ({ field: fieldOf(purpose), text: `请勾选“我同意${shortOf(title)}”` })),
  rows: ({ programme, agreed }) => [
    {
      label: '同意',
      text: programme.consents
        .filter((consent) => agreed.includes(consentId(consent)))
        .map(({ title }) => shortOf(title))
        .join('；'),
    },
  ],
  write: ({ programme, agreed }, body) => ({
    ...body,
    consents: programme.consents
      .filter((consent) => agreed.includes(consentId(consent)))
      .map(({ purpose, version }) => ({ purpose, version })),
  }),
  // Consent is given anew each time: what was sent is not read back.
  read: () => ({}),
  fieldOf: (pointer) => (pointer.startsWith('/consents') ? 'consents' : null),
};
