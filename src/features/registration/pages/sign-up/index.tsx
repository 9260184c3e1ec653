import { useRouter } from '@tarojs/taro';
import { readParam } from '@/platform/navigation';
import { Page } from '@/ui/page';
import { SignUpView } from '../../form/sign-up-view';
import { useSignUp } from '../../form/use-sign-up';
import '@/ui/icon/generated/registration.scss';

export default function SignUpPage() {
  const signUp = useSignUp(readParam(useRouter().params, 'session'));
  return (
    <Page title="报名" titleIsHeading>
      <SignUpView {...signUp} />
    </Page>
  );
}
