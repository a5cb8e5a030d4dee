package cn.zhenrong;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.apache.ibatis.annotations.Mapper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

/// The structure of the service as rules. A rule that fails says what to do instead.
@AnalyzeClasses(packages = "cn.zhenrong", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] PURE = {
    "cn.zhenrong.problem..",
    "cn.zhenrong.fibre..",
    "cn.zhenrong.conformity..",
    "cn.zhenrong.code..",
    "cn.zhenrong.seal..",
    "cn.zhenrong.page.."
  };

  @ArchTest
  static final ArchRule pureModulesKnowNoFramework =
      noClasses()
          .that(resideInAnyPackage(PURE))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "org.springframework..", "org.apache.ibatis..", "io.lettuce..", "jakarta..")
                  .and(not(resideInAnyPackage("org.springframework.modulith.."))))
          .because(
              "a code must be checkable in a test, a benchmark or a command without the service;"
                  + " declare the bean in Application instead");

  @ArchTest
  static final ArchRule onlySealKnowsBouncyCastle =
      noClasses()
          .that()
          .resideOutsideOfPackage("cn.zhenrong.seal..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.bouncycastle..", "com.amazon.corretto..")
          .because("keys and signatures are handled in one place; ask seal for what you need");

  @ArchTest
  static final ArchRule onlyPrintKnowsSymbols =
      noClasses()
          .that()
          .resideOutsideOfPackage("cn.zhenrong.print..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.google.zxing..")
          .because("a symbol is drawn and read back in print; ask print for a picture");

  @ArchTest
  static final ArchRule onlyEmbeddedStartsServers =
      noClasses()
          .that()
          .resideOutsideOfPackage("cn.zhenrong.embedded..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ch.vorburger..", "redis.embedded..")
          .because("a real installation has its own servers; settings point at them");

  @ArchTest
  static final ArchRule controllersAreHidden =
      classes()
          .that()
          .areAnnotatedWith(RestController.class)
          .or()
          .areAnnotatedWith(Controller.class)
          .should()
          .bePackagePrivate()
          .because("HTTP is nobody's interface inside; call the module's service");

  @ArchTest
  static final ArchRule mappersAreHidden =
      classes()
          .that()
          .areAnnotatedWith(Mapper.class)
          .should()
          .bePackagePrivate()
          .because("another module that wants these rows asks this module, not its tables");

  @ArchTest
  static final ArchRule timeIsPassedIn =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("cn.zhenrong.Application")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .because("a test must be able to stop the clock; take a Clock");

  @ArchTest
  static final ArchRule randomnessIsPassedIn =
      noClasses()
          .that()
          .resideOutsideOfPackage("cn.zhenrong.embedded..")
          .and()
          .doNotHaveFullyQualifiedName("cn.zhenrong.Application")
          .should()
          .callConstructor(SecureRandom.class)
          .because(
              "a test must be able to repeat itself; take a RandomGenerator or a SecureRandom");

  @ArchTest
  static final ArchRule noFieldInjection =
      noFields()
          .should()
          .beAnnotatedWith(Autowired.class)
          .because("what a class needs stands in its constructor");

  @ArchTest
  static final ArchRule atTheRootOnlyApplication =
      classes()
          .that()
          .resideInAPackage("cn.zhenrong")
          .should()
          .haveSimpleNameStartingWith("Application")
          .orShould()
          .haveSimpleName("package-info")
          .because("every other class belongs to a domain word");

  @Test
  void modulesImportOnlyWhatTheyDeclare() {
    ApplicationModules.of(Application.class).verify();
  }
}
