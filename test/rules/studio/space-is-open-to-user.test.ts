import { spaceIsOpenToUser } from '../../../rules/studio/space-is-open-to-user.ts';
import { present } from '../../../src/model/fact.ts';
import { fromStudio, space } from '../../support/jumpstart-facts.ts';
import { testRule } from '../../support/rule.ts';
import { serverless } from '../../support/targets.ts';

testRule(spaceIsOpenToUser, {
  target: fromStudio({ userProfileName: 'ana', spaceName: 'team' }),
  pass: {
    'a shared space': { space: present(space()) },
    'a shared space that another made': { space: present(space({ owner: 'bo' })) },
    'a private space of her own': { space: present(space({ sharing: 'Private', owner: 'ana' })) },
  },
  fail: {
    'a private space of another': { space: present(space({ sharing: 'Private', owner: 'bo' })) },
    'a private space of nobody known': { space: present(space({ sharing: 'Private' })) },
  },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'no user is named': { target: fromStudio({ spaceName: 'team' }) } },
});
